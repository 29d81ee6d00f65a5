import { createRequire } from 'node:module';

/**
 * When two marks of characters are near or arguable, as the guidelines for examination put it (商标审查审理指南 2021, part II,
 * chapter 5, marks of characters), restated as rules that know nothing of the engine that is measured by them.
 */
const require = createRequire(new URL('../packages/trademark-similarity/package.json', import.meta.url));
const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro');

export type Verdict = 'near' | 'arguable' | 'far';
export type Standard = (query: string, mark: string) => Verdict;

const syllables = new Map<string, string>();
function syllableOf(sign: string): string {
  let syllable = syllables.get(sign);
  if (syllable === undefined) {
    syllable = pinyin(sign, { toneType: 'none' });
    syllables.set(sign, syllable);
  }
  return syllable;
}
const soften = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^l/, 'n');

type Glyphs = ReadonlyMap<string, ReadonlySet<string>>;

/** @param glyphs characters that look alike, by lists made by people or by decomposition */
export function makeStandard(glyphs: readonly Glyphs[]): Standard {
  const lookAlike = (a: string, b: string) => glyphs.some((one) => one.get(a)?.has(b) || one.get(b)?.has(a));
  const sameLength = (a: readonly string[], b: readonly string[]): Verdict => {
    const different = a.flatMap((sign, at) => (sign === b[at] ? [] : [[sign, b[at]!] as const]));
    const heard = different.every(([x, y]) => syllableOf(x) === syllableOf(y));
    // Same sound throughout; or a single sign that looks alike.
    if (heard && (a.length > 1 || different.length === 0)) return 'near';
    if (different.length === 1 && a.length > 1) {
      const [x, y] = different[0]!;
      if (lookAlike(x, y)) return 'near';
      // Three signs or more and a single one is not the same.
      if (a.length >= 3) return 'arguable';
      if (soften(syllableOf(x)) === soften(syllableOf(y))) return 'arguable';
      return 'far';
    }
    if (a.length === 1) return heard || lookAlike(a[0]!, b[0]!) ? 'arguable' : 'far';
    const close = different.every(([x, y]) => soften(syllableOf(x)) === soften(syllableOf(y)) || lookAlike(x, y));
    if (close && different.length * 2 <= a.length + 1) return 'arguable';
    return 'far';
  };
  return (query, mark) => {
    const [a, b] = [[...query], [...mark]];
    if (a.length === b.length) {
      // The same signs in another order.
      if (a.toSorted().join() === b.toSorted().join()) return 'near';
      return sameLength(a, b);
    }
    const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
    if (shorter.length < 2 && longer.length > 2) return 'far';
    const more = longer.length - shorter.length;
    // One contains the other whole, and little else; or a single sign stands inside.
    if (longer.join('').includes(shorter.join('')) && more <= shorter.length) return 'arguable';
    if (more === 1 && longer.some((_, at) => longer.toSpliced(at, 1).join('') === shorter.join(''))) return 'arguable';
    return 'far';
  };
}
