import type { Ctx } from '../../../platform/context/context.ts';
import { type RowTest, toDay } from '../../../platform/register-index/index.ts';
import type { TrademarkIndexData } from '../../ip-rights/index.ts';
import { goodsRelationsOn } from '../domain/mark-options.ts';
import { classesInQuestion, type MarkQuestion } from '../domain/mark-question.ts';

/** In force or pending; what the register does not know is not taken for ended. */
const ENDED = new Set(['lapsed', 'revoked', 'invalidated', 'refused', 'withdrawn']);

/** Which rows of the register a question is about, by state and class. */
export function rowsInQuestion(ctx: Ctx, data: TrademarkIndexData, question: MarkQuestion): RowTest {
  const wanted = classesInQuestion(goodsRelationsOn(ctx.today), question);
  const classes = wanted && data.niceClass.matching((code) => wanted.has(Number(code)));
  const ended = data.rights.statusCodes.matching((code) => ENDED.has(code));
  const living = question.state !== 'all';
  const day = toDay(ctx.today);
  return (row) =>
    (classes === undefined || classes[data.niceClass.at(row)] === 1) &&
    (!living || ended[data.rights.statusAt(row, day)] !== 1);
}
