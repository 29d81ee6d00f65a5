import type { GoodsPlace } from '@jince/trademark-similarity';

/** Words that point to a class: of titles, of business scopes. */
export interface GoodsWords {
  readonly words: readonly string[];
  readonly niceClass: number;
}

/** Where the goods of a row stand, and the word of its text that says so; no word where the list itself names the class. */
interface RowGoods {
  readonly place: GoodsPlace;
  readonly word?: string;
}

interface Row {
  readonly text: string;
  readonly goods: string | null;
  readonly classes: readonly number[];
  readonly groups: readonly string[];
}

/**
 * Goods of a row by class: as the list names them, with their similar groups; where it names none, as far as words of its title or scope
 * point to a class. Such words are a hint for the order of hits alone.
 */
export function goodsOfRow({ text, goods, classes, groups }: Row, words: readonly GoodsWords[]): readonly RowGoods[] {
  const named = new Set([...classes, ...groups.map((group) => Number(group.slice(0, 2)))]);
  if (named.size > 0)
    return [...named].map((niceClass) => ({
      place: { niceClass, groups: groups.filter((group) => Number(group.slice(0, 2)) === niceClass) },
    }));
  const said = `${text}\n${goods ?? ''}`;
  const found = new Map<number, string>();
  for (const { words: list, niceClass } of words) {
    const word = list.find((one) => said.includes(one));
    if (word !== undefined && !found.has(niceClass)) found.set(niceClass, word);
  }
  return [...found].map(([niceClass, word]) => ({ place: { niceClass }, word }));
}
