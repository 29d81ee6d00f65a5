import { creditRulesOn } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { findAgencies } from '../../ip-agencies/index.ts';
import { settleEvents } from '../domain/settle-events.ts';
import { listSubjectEvents, toCreditEvent } from '../repositories/event-repository.ts';
import { readScores } from './list-scores.ts';
import { ruleSetOf } from './subjects.ts';

export interface AgencyScore {
  readonly id: string;
  /** Points out of the full score of the rules; null where they only file. */
  readonly score: number | null;
  readonly grade: string | null;
}

/** Scores of all agencies in the actor's reach on a day, `YYYY-MM-DD`, not after today, in one pass. */
export async function scoreAgencies(ctx: Ctx, on: string): Promise<AgencyScore[]> {
  const { all } = await readScores(ctx, { type: 'agency', on });
  return all.map(({ subjectId, score, grade }) => ({ id: subjectId, score, grade }));
}

/** The score of one agency on a day by itself; not limited by scope. Unknown agencies have none. */
export async function scoreOneAgency(ctx: Ctx, id: string, on: string): Promise<AgencyScore> {
  const card = (await findAgencies(ctx, [id])).get(id);
  const set = card === undefined ? undefined : ruleSetOf(card.kinds);
  const rules = set === undefined ? undefined : creditRulesOn(set, on);
  if (rules === undefined) return { id, score: null, grade: null };
  const events = await listSubjectEvents(ctx.db, ctx.district, [id]);
  const { score, grade } = settleEvents(rules, events.map(toCreditEvent), on);
  return { id, score, grade };
}
