import { similarGroupsOn, weakMarkWords } from '@jince/law';
import { compareMarks, GoodsRelations, MarkIndex, standardWeakWords, WeakWordList } from '@jince/trademark-similarity';
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

/** The marks closest to each query, in the order of the queries; what is not at least arguable is left out, not padded. */
export function* findMarks(marks: MarkRows, queries: readonly MarkQueryRow[], most: number, on: string) {
  const weakWords = new WeakWordList([...standardWeakWords, ...weakMarkWords]);
  const index = new MarkIndex(marks.names, { weakWords });
  const table = similarGroupsOn(on);
  const goods = table === undefined ? undefined : new GoodsRelations(table);
  for (const query of queries) {
    for (const [place, found] of index.search(query.text, most).entries()) {
      const niceClass = marks.classes[found.at] as number;
      const related = goods && niceClass > 0 && query.niceClass > 0;
      const relation = related ? goods.relate({ niceClass: query.niceClass }, { niceClass }) : undefined;
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
