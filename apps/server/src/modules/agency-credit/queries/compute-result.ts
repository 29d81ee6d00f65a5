import type { CreditLine } from '@jince/contract';
import { creditRuleSets, creditRulesOn } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listSubjectEvents } from '../repositories/event-repository.ts';
import { readLines } from './read-lines.ts';

export interface CreditResult {
  readonly score: number | null;
  readonly grade: string | null;
  readonly lines: readonly CreditLine[];
}

/**
 * Score of the subject of an evaluation as of the round's day, from the events as they are known now: what was found wrong
 * since is out, what happened after that day is not in it.
 */
export async function computeResult(
  ctx: Ctx,
  of: { readonly subject_id: string; readonly rule_set: string; readonly as_of: string },
): Promise<CreditResult> {
  const set = creditRuleSets.find((one) => one.ruleSet === of.rule_set);
  const rules = set === undefined ? undefined : creditRulesOn(set, of.as_of);
  if (rules === undefined) throw new AppError('agency-credit.rule-set.unknown', { ruleSet: of.rule_set });
  const events = await listSubjectEvents(ctx.db, ctx.district, [of.subject_id]);
  const { settlement, lines } = readLines(rules, events, { on: of.as_of, language: 'zh' });
  return { score: settlement.score, grade: settlement.grade, lines };
}
