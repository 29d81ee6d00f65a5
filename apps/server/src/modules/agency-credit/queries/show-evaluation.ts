import type { CreditEvaluationDetail } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findAgencies } from '../../ip-agencies/index.ts';
import { EVALUATION_APPEAL, SCORE_READ } from '../agency-credit.catalogue.ts';
import { type EvaluationState, evaluationStates } from '../procedure/evaluation-states.ts';
import { listObjections, listRepairs } from '../repositories/appeal-repository.ts';
import type { EvaluationRow } from '../repositories/evaluation-repository.ts';
import { mayOnEvaluation, reachEvaluation } from './reach-evaluation.ts';
import { repairTerm, termOf } from './terms.ts';
import { toEvaluation } from './views.ts';

/** Why no objection can be made today; undefined when one can. */
export function objectionRefusal(ctx: Ctx, row: EvaluationRow): AppError | undefined {
  const late = row.object_until !== null && ctx.today > row.object_until;
  const { article } = termOf('objection', row.noticed_on ?? ctx.today);
  if (row.noticed_on !== null && late)
    return new AppError('agency-credit.objection.late', { dueOn: row.object_until, article, today: ctx.today });
  if (row.state !== 'noticed')
    return new AppError('agency-credit.objection.not-open', {
      state: evaluationStates[row.state as EvaluationState].label[ctx.language],
    });
  return undefined;
}

/** Why no repair can be asked for today; undefined when one can. */
export function repairRefusal(ctx: Ctx, row: EvaluationRow): AppError | undefined {
  if (row.final_on === null || !['final', 'repaired'].includes(row.state))
    return new AppError('agency-credit.repair.not-open', {
      state: evaluationStates[row.state as EvaluationState].label[ctx.language],
    });
  const term = repairTerm(row.final_on);
  return ctx.today < term.from
    ? new AppError('agency-credit.repair.too-early', { ...term, today: ctx.today })
    : undefined;
}

/** One evaluation with both results, objections and repairs. @throws AppError 404 outside the actor's reach */
export async function getEvaluation(ctx: Ctx, id: string): Promise<CreditEvaluationDetail> {
  const row = await reachEvaluation(ctx, id, SCORE_READ);
  const card = (await findAgencies(ctx, [row.agency_id])).get(row.agency_id);
  const may = mayOnEvaluation(ctx, EVALUATION_APPEAL, row);
  const sentence = (error: AppError | undefined) =>
    error === undefined ? null : ctx.services.sentence(error, ctx.language).text;
  const noObjection = objectionRefusal(ctx, row);
  const noRepair = repairRefusal(ctx, row);
  const objections = await listObjections(ctx.db, ctx.district, id);
  const repairs = await listRepairs(ctx.db, ctx.district, id);
  const reviewed = (one: (typeof objections)[number] | (typeof repairs)[number]) => ({
    id: one.id,
    eventIds: one.event_ids,
    text: one.text,
    by: one.by_name,
    firstOpinion: one.first_opinion,
    firstSupports: one.first_supports,
    firstOn: one.first_on,
    decision: one.decision,
    decidedOn: one.decided_on,
  });
  return {
    ...toEvaluation(ctx, row, card?.name ?? null),
    preliminaryLines: [...row.preliminary.lines],
    finalLines: row.final === null ? null : [...row.final.lines],
    objections: objections.map((one) => ({ ...reviewed(one), receivedOn: one.received_on, upheld: one.upheld })),
    repairs: repairs.map((one) => ({ ...reviewed(one), askedOn: one.asked_on, granted: one.granted })),
    mayObject: may && noObjection === undefined,
    whyNoObjection: sentence(noObjection),
    mayRepair: may && noRepair === undefined,
    whyNoRepair: sentence(noRepair),
  };
}
