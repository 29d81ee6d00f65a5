import { quoted, type Said } from './say.ts';

/** Same signs in another order: swapped, read from the other side, or moved; undefined where the signs differ. */
export function orderEvidence(query: string, mark: string): Said | undefined {
  if (query === mark || query.length < 2) return undefined;
  if ([...query].sort().join('') !== [...mark].sort().join('')) return undefined;
  const both = `${quoted(query)}与${quoted(mark)}`;
  if ([...query].reverse().join('') === mark)
    return {
      zh: `${both}文字构成相同，仅排列顺序相反，从右向左认读即为引证商标`,
      en: `${query} read from right to left is ${mark}`,
    };
  return { zh: `${both}文字构成相同，仅排列顺序不同`, en: `${query} and ${mark} have the same signs in another order` };
}
