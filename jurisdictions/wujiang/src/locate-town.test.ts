import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findZoneOfTown, getTown, locateTown, locateZone } from './index.ts';

const GOLDEN: [address: string, town: string | undefined][] = [
  ['江苏省苏州市吴江区盛泽镇西二环路1188号', '盛泽'],
  ['苏州市吴江区黎里镇汾湖大道558号', '黎里'],
  ['江苏省吴江市芦墟镇浦北路88号', '黎里'],
  ['江苏省吴江市金家坝镇金贤路1号', '黎里'],
  ['吴江市北厍镇元鹤村', '黎里'],
  ['吴江市莘塔镇新传路2号', '黎里'],
  ['莘塔大街333号', '黎里'],
  ['苏州市吴江区汾湖高新区金莘公路南侧', '黎里'],
  ['吴江市铜罗镇振兴路12号', '桃源'],
  ['吴江市桃源镇青云社区', '桃源'],
  ['吴江市八都镇贯南路', '震泽'],
  ['苏州市吴江区震泽镇八都社区', '震泽'],
  ['江苏省吴江市庙港镇开弦弓村', '七都'],
  ['吴江市七都镇人民路6号', '七都'],
  ['吴江市菀坪镇临河街1号', '横扇'],
  ['吴江区松陵镇菀坪社区安湖村7组', '横扇'],
  ['吴江市屯村镇屯南村', '同里'],
  ['吴江市南麻镇引庆路', '盛泽'],
  ['吴江市坛丘镇西白洋村', '盛泽'],
  ['东方丝绸市场三区402-406号', '盛泽'],
  ['吴江市梅堰镇双龙路', '平望'],
  ['平望镇震泽路3号', '平望'],
  ['吴江区平望北河西街2组5号', '平望'],
  ['松陵镇八坼社区北新街', '八坼'],
  ['吴江市松陵镇（八坼）经济开发区', '八坼'],
  ['苏州市吴江区江陵街道云梨路688号', '江陵'],
  ['松陵镇江陵西路10号', '松陵'],
  ['江苏省吴江市松陵镇鲈乡南路1号', '松陵'],
  ['吴江市流虹路33号', '松陵'],
  ['苏州市吴江区　同里镇　屯浦路', '同里'],
  ['盛泽镇工业园区5号', '盛泽'],
  ['吴江经济技术开发区江陵东路58号', undefined],
  ['吴江区人民路1号', undefined],
  ['南京市玄武区珠江路185号', undefined],
  ['上海市青浦区盛泽路5号', undefined],
  ['苏州市吴中区同里路9号', undefined],
  ['', undefined],
];

describe('locateTown', () => {
  test.each(GOLDEN)('%s → %s', (address, town) => {
    const found = locateTown(address);
    expect(found && getTown(found.townCode).shortName).toBe(town);
    if (found) expect(found.evidence.length).toBeGreaterThan(0);
  });

  test('names the words that decided', () => {
    expect(locateTown('江苏省吴江市芦墟镇浦北路88号')?.evidence).toEqual([
      { word: '芦墟镇', kind: 'merged' },
      { word: '浦北路', kind: 'place' },
    ]);
  });

  test('leads on to the zone', () => {
    expect(findZoneOfTown(locateTown('吴江市芦墟镇')?.townCode ?? '')?.planName).toBe('汾湖高新区（黎里镇）');
    expect(findZoneOfTown('320509107')).toBeUndefined();
    expect(locateZone('吴江经济技术开发区庞金路')).toEqual({
      zoneCode: 'development-zone',
      word: '吴江经济技术开发区',
    });
  });
});

const REAL = new URL('../../../../shared/data/enterprises/wujiang.csv', import.meta.url);
const present = existsSync(REAL);
if (!present) console.warn(`locateTown: real addresses are absent (${REAL.pathname}), this block is skipped`);

describe.skipIf(!present)('locateTown on real register addresses', () => {
  test('finds a town for at least 94 of 100, and never another than the one the address names', () => {
    const names = ['横扇', '八坼', '平望', '盛泽', '七都', '震泽', '桃源', '黎里', '同里'];
    const addresses = readFileSync(REAL, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-1)?.trim() ?? '')
      .filter((address) => address !== '');
    const located = addresses.map((address) => locateTown(address));
    expect(located.filter(Boolean).length / addresses.length).toBeGreaterThan(0.94);
    const contradicted = addresses.filter((address, i) => {
      const named = names.filter((name) => new RegExp(`${name}(?:镇|街道)`).test(address));
      const found = located[i];
      return named.length === 1 && found !== undefined && getTown(found.townCode).shortName !== named[0];
    });
    expect(contradicted).toEqual([]);
  });
});
