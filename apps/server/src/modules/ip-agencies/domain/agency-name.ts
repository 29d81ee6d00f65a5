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
