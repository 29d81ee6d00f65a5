import { similarGroupsOn, weakMarkWords } from '@jince/law';
import {
  compareMarks,
  type GoodsRelation,
  GoodsRelations,
  MarkIndex,
  standardWeakWords,
  WeakWordList,
} from '@jince/trademark-similarity';
import type { MarkQueryRow, MarkRows } from './read-marks.ts';

/** One line of the answer. */
export interface FoundRow {
  readonly queryId: string;
  readonly rank: number;
  readonly regNo: string;
  readonly score: number;
  readonly level: string;
  readonly reasons: string;
}

/** The closest first. */
const RELATIONS = ['same-group', 'similar-group', 'cross-search', 'same-class', 'related-class', 'other'];

/** How the goods of a query are related to those of a registration, by its closest class; undefined where either has none. */
function closestRelation(goods: GoodsRelations, asked: number, classes: readonly number[]): GoodsRelation | undefined {
  if (asked === 0) return undefined;
  return classes
    .filter((niceClass) => niceClass > 0)
    .map((niceClass) => goods.relate({ niceClass: asked }, { niceClass }))
    .sort((a, b) => RELATIONS.indexOf(a.kind) - RELATIONS.indexOf(b.kind))[0];
}

/** The marks closest to each query, in the order of the queries; what is not at least arguable is left out, not padded. */
export function* findMarks(marks: MarkRows, queries: readonly MarkQueryRow[], most: number, on: string) {
  const weakWords = new WeakWordList([...standardWeakWords, ...weakMarkWords]);
  const index = new MarkIndex(marks.names, { weakWords });
  const table = similarGroupsOn(on);
  const goods = table === undefined ? undefined : new GoodsRelations(table);
  for (const query of queries) {
    for (const [place, found] of index.search(query.text, most).entries()) {
      const classes = [marks.classes[found.at] as number, ...(marks.moreClasses.get(found.at) ?? [])];
      const relation = goods && closestRelation(goods, query.niceClass, classes);
      const why = compareMarks(query.text, marks.names[found.at] as string, { weakWords }).reasons.zh;
      yield {
        queryId: query.id,
        rank: place + 1,
        regNo: marks.regNos[found.at] as string,
        score: found.score,
        level: found.level,
        reasons: relation === undefined ? why : `${why}；${relation.zh}`,
      } satisfies FoundRow;
    }
  }
}
