import { type Day, dayOf } from './days.ts';
import type { Rng } from './random.ts';
import type { Use } from './words.ts';

export type PartyKind = Use | 'individual';

export type NameParts = { prefix: string; brand: string; trade: string; bracketPlace: string; form: string };

export type FormerName = { name: string; until: Day };

export const DISTRICT_RENAMED_ON: Day = dayOf('2012-10-29');

/** `X电子（苏州）有限公司` when the place stands in brackets, else place, brand, trade, form. */
export function composeName(parts: NameParts): string {
  const place = parts.bracketPlace === '' ? '' : `（${parts.bracketPlace}）`;
  return `${parts.prefix}${parts.brand}${parts.trade}${place}${parts.form}`;
}

type NameWish = { kind: PartyKind; brand: string; trade: string; town: string; old: boolean; large: boolean };

function firmParts(wish: NameWish, rng: Rng): NameParts {
  const { brand, trade, town, old, large } = wish;
  const shared = large && rng.chance(0.4);
  if (!shared && rng.chance(0.08)) {
    return { brand, trade, prefix: '', bracketPlace: rng.pick(['苏州', '吴江', '江苏']), form: '有限公司' };
  }
  const prefix = old
    ? rng.pick(['吴江市', '吴江市', '吴江市', '苏州', '江苏', '吴江'])
    : rng.pick(['苏州市', '苏州', '苏州', '苏州市吴江区', '苏州市吴江区', '江苏', '吴江']);
  if (shared) return { brand, trade, bracketPlace: '', prefix, form: '股份有限公司' };
  if (!large && rng.chance(0.09)) {
    return { brand, trade, bracketPlace: '', prefix: `${prefix}${/[市区]$/.test(prefix) ? town : ''}`, form: '厂' };
  }
  return { brand, trade, bracketPlace: '', prefix, form: rng.chance(0.95) ? '有限公司' : '有限责任公司' };
}

export function partsOf(wish: NameWish, rng: Rng): NameParts {
  const { kind, brand, trade, town, old } = wish;
  const plain = { brand, trade, bracketPlace: '', form: '' };
  switch (kind) {
    case 'cooperative':
      return { ...plain, prefix: old ? `吴江市${town}` : `苏州市吴江区${town}`, form: '专业合作社' };
    case 'individual':
      return { ...plain, prefix: `吴江区${town}`, form: rng.pick(['经营部', '商行', '加工厂', '工作室']) };
    case 'school':
      return { ...plain, prefix: '苏州市吴江区' };
    case 'university':
    case 'institute':
      return { ...plain, prefix: '苏州' };
    case 'bank':
      return { ...plain, prefix: '江苏吴江', form: rng.pick(['股份有限公司', '有限责任公司']) };
    case 'insurer':
      return { ...plain, prefix: '', form: '股份有限公司苏州市吴江支公司' };
    default:
      return firmParts(wish, rng);
  }
}

/** Earlier names: the district's change of 2012, a change of form, a change of trade. */
export function formerNamesOf(parts: NameParts, establishedOn: Day, asOf: Day, rng: Rng): FormerName[] {
  const after = (from: Day): Day => Math.floor(from + 200 + rng.next() * Math.max(1, asOf - from - 400));
  const names: FormerName[] = [];
  const place = /^(?:苏州|江苏)/.test(parts.prefix);
  if (establishedOn < DISTRICT_RENAMED_ON && place && rng.chance(0.5)) {
    names.push({ name: composeName({ ...parts, prefix: '吴江市' }), until: after(DISTRICT_RENAMED_ON) });
  } else if (parts.form === '股份有限公司' && rng.chance(0.7)) {
    names.push({ name: composeName({ ...parts, form: '有限公司' }), until: after(establishedOn) });
  } else if (parts.form !== '厂' && rng.chance(0.04)) {
    const trade = rng.pick(['实业', '工贸', '制品']);
    names.push({ name: composeName({ ...parts, trade }), until: after(establishedOn) });
  }
  return names.filter((former) => former.until < asOf - 30 && former.until > establishedOn);
}

export function legalFormOf(kind: PartyKind, parts: NameParts, foreign: boolean): string {
  if (kind === 'cooperative') return '农民专业合作社';
  if (kind === 'individual') return '个体工商户';
  if (kind === 'school' || kind === 'university' || kind === 'institute') return '事业单位';
  if (parts.form === '厂') return '个人独资企业';
  if (parts.form.startsWith('股份')) return '股份有限公司';
  return foreign && parts.bracketPlace !== '' ? '有限责任公司（外商投资）' : '有限责任公司';
}
