import { similarGroupsOn, weakMarkWords } from '@jince/law';
import { GoodsRelations, type MarkIndexOptions, standardWeakWords, WeakWordList } from '@jince/trademark-similarity';

/** How marks of this product are compared, the same in every thread: words of any trade, places and names of goods are weak. */
export const markOptions = {
  weakWords: new WeakWordList([...standardWeakWords, ...weakMarkWords]),
} as const satisfies MarkIndexOptions;

const relations = new Map<string, GoodsRelations>();

/** Relations of goods by the edition of the table in force on a day; undefined where none is kept for it. */
export function goodsRelationsOn(day: string): GoodsRelations | undefined {
  const table = similarGroupsOn(day);
  if (table === undefined) return undefined;
  const known = relations.get(table.edition) ?? new GoodsRelations(table);
  relations.set(table.edition, known);
  return known;
}
