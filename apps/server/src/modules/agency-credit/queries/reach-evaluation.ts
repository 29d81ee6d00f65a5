import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type EvaluationRow, findEvaluation } from '../repositories/evaluation-repository.ts';
import { reachOf } from './subjects.ts';

/** What the actor may see by a permission, over the alias `v`: agencies see their own once they were told. */
export function evaluationsWithin(ctx: Ctx, permission: string): RawBuilder<boolean> {
  if (!may(ctx, permission)) return sql<boolean>`false`;
  const scope = scopeFor(ctx, permission);
  return scope.kind === 'district'
    ? sql<boolean>`true`
    : sql<boolean>`(v.town_code = any(${scope.towns}::text[])
        or (v.party_id = any(${scope.parties}::uuid[]) and v.noticed_on is not null))`;
}

export function mayOnEvaluation(ctx: Ctx, permission: string, row: EvaluationRow): boolean {
  const partyId = row.noticed_on === null ? null : row.party_id;
  return reachOf(ctx, permission)({ partyId, townCode: row.town_code });
}

/** @throws AppError 404 outside the actor's reach */
export async function reachEvaluation(ctx: Ctx, id: string, permission: string): Promise<EvaluationRow> {
  const row = await findEvaluation(ctx.db, ctx.district, id);
  if (row === undefined || !mayOnEvaluation(ctx, permission, row)) throw new AppError('platform.not-found');
  return row;
}
