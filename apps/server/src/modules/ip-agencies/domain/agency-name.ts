import { foldText, normaliseName } from '@jince/matching';

/** A code of five digits beside the name: `苏州某专利事务所(普通合伙) 32103`, `…（32103）`. */
const CODE_BESIDE = /[\s(（[【]*(?<![\d])(\d{5})(?!\d)[\s)）\]】]*$/;
const FORM = /\((?:普通合伙|特殊普通合伙|有限合伙|特殊的普通合伙|普通|有限责任公司)\)/g;
const TAIL = /(?:有限责任公司|股份有限公司|有限公司|分公司)$/;

export interface WrittenAgency {
  /** The name without the code beside it. */
  readonly name: string;
  readonly code: string | undefined;
}

/** Parts of what a file writes for an agency. */
export function readWrittenAgency(written: string): WrittenAgency {
  const text = written.trim();
  const match = CODE_BESIDE.exec(text);
  if (match === null || match.index === 0) return { name: text, code: undefined };
  return { name: text.slice(0, match.index).trim(), code: match[1] };
}

/** The name for comparing: width, case, blanks, brackets and punctuation do not count. */
export function nameKeyOf(name: string): string {
  return normaliseName(name);
}

/** The key without legal form and the brackets that tell it: names that share it look alike, no more. */
export function nameStem(name: string): string {
  return normaliseName(foldText(name).replace(FORM, '').replace(TAIL, ''));
}

/** What nearly every agency's name has beside its own: places, trades, forms. */
const PLACE = /^(?:(?:江苏|浙江|上海|北京|安徽|广东|苏州|南京|无锡|杭州|常州|南通|吴江|工业园区|中国)(?:省|市|区)?)+/;
const COMMON =
  /专利|商标|知识产权|代理|事务|律师|法律|服务|咨询|顾问|信息|科技|集团|责任|有限|公司|分所|分部|普通|特殊|合伙|中心|所|厂/g;

/** The part of a name that is its own: 苏州平湖专利代理事务所(普通合伙) → 平湖. Empty where nothing is left. */
export function nameCore(name: string): string {
  return normaliseName(name).replace(PLACE, '').replace(COMMON, '');
}

/** How alike two own parts are, 0–1: by characters, for most have two or three. */
export function coreLikeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const left = [...b];
  const common = [...a].filter((character) => {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / (a.length + b.length);
}

/** Share of common pairs of characters, 0–1 (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left > 0) {
      common++;
      pairs.set(b.slice(at, at + 2), left - 1);
    }
  }
  return (2 * common) / (a.length + b.length - 2);
}
