import type { Ctx } from '../../../platform/context/context.ts';
import { findAgencies } from '../../ip-agencies/index.ts';
import { SCORE_READ } from '../agency-credit.catalogue.ts';
import { type EvaluationFilter, selectEvaluations } from '../repositories/evaluation-repository.ts';
import { evaluationsWithin } from './reach-evaluation.ts';
import { toEvaluation } from './views.ts';

/** Evaluations within the actor's reach: latest rounds first, lowest scores first. */
export async function listEvaluations(
  ctx: Ctx,
  query: EvaluationFilter & { readonly page: number; readonly pageSize: number },
) {
  const { rows, total } = await selectEvaluations(ctx.db, ctx.district, evaluationsWithin(ctx, SCORE_READ), query);
  const cards = await findAgencies(
    ctx,
    rows.map((row) => row.agency_id),
  );
  return {
    items: rows.map((row) => toEvaluation(ctx, row, cards.get(row.agency_id)?.name ?? null)),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}
