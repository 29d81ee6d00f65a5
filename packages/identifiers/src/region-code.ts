import { failure, type IdentifierResult } from './result.ts';
import { compactCode } from './text.ts';

/** Provinces of GB/T 2260 by their first two digits. */
export const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市',
  12: '天津市',
  13: '河北省',
  14: '山西省',
  15: '内蒙古自治区',
  21: '辽宁省',
  22: '吉林省',
  23: '黑龙江省',
  31: '上海市',
  32: '江苏省',
  33: '浙江省',
  34: '安徽省',
  35: '福建省',
  36: '江西省',
  37: '山东省',
  41: '河南省',
  42: '湖北省',
  43: '湖南省',
  44: '广东省',
  45: '广西壮族自治区',
  46: '海南省',
  50: '重庆市',
  51: '四川省',
  52: '贵州省',
  53: '云南省',
  54: '西藏自治区',
  61: '陕西省',
  62: '甘肃省',
  63: '青海省',
  64: '宁夏回族自治区',
  65: '新疆维吾尔自治区',
  71: '台湾省',
  81: '香港特别行政区',
  82: '澳门特别行政区',
};

/** A code of GB/T 2260 that was replaced, because old addresses, identity and registration numbers still carry it. */
export type HistoricRegion = { code: string; name: string; presentCode: string; presentName: string; until: string };

/** Replaced county codes. Extend here when a district adopts Jince: the product needs only its own predecessors. */
export const HISTORIC_REGIONS: readonly HistoricRegion[] = [
  { code: '320525', name: '吴江县', presentCode: '320509', presentName: '苏州市吴江区', until: '1992' },
  { code: '320584', name: '吴江市', presentCode: '320509', presentName: '苏州市吴江区', until: '2012-10' },
];

const PRESENT = new Map(HISTORIC_REGIONS.map((region) => [region.code, region.presentCode]));

/** The six-digit code as it is today; unknown codes come back unchanged. */
export function presentRegionCode(code: string): string {
  return PRESENT.get(code) ?? code;
}

export type RegionLevel = 'province' | 'prefecture' | 'county' | 'town' | 'village';
export type RegionDetails = { level: RegionLevel; provinceCode: string; province: string; presentCode: string };

const LEVELS: Record<number, RegionLevel> = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'town', 12: 'village' };

/**
 * Code of an administrative division (GB/T 2260, and the statistical codes of 9 and 12 digits below it). Checks the
 * shape and the province, not whether the division exists. `320000` is a province, `320500` a prefecture.
 */
export function checkRegionCode(input: string): IdentifierResult<RegionDetails> {
  const value = compactCode(input);
  if (value === '') return failure(value, 'empty');
  if (!/^\d+$/.test(value)) return failure(value, 'alphabet');
  const byLength = LEVELS[value.length];
  if (!byLength) return failure(value, 'length');
  const provinceCode = value.slice(0, 2);
  const province = PROVINCES[provinceCode];
  if (!province) return failure(value, 'region');
  const level =
    value.length !== 6
      ? byLength
      : value.endsWith('0000')
        ? 'province'
        : value.endsWith('00')
          ? 'prefecture'
          : 'county';
  const presentCode = value.length >= 6 ? presentRegionCode(value.slice(0, 6)) + value.slice(6) : value;
  return { ok: true, value, level, provinceCode, province, presentCode };
}
