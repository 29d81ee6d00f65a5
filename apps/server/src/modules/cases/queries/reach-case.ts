import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { type CaseRow, findCase } from '../repositories/case-repository.ts';

/** Cases a permission reaches, over a table with the body in `organisation_code`. */
export function casesWithin(ctx: Ctx, permission: string, alias = 'r'): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(`${alias}.organisation_code`)} = any(${[...scope.organisations]}::text[])`;
}

export function reachesOrganisation(ctx: Ctx, permission: string, organisation: string): boolean {
  if (!may(ctx, permission)) return false;
  const scope = scopeFor(ctx, permission);
  return scope.kind === 'district' || scope.organisations.includes(organisation);
}

/** A case within the actor's reach. @throws AppError 404 otherwise */
export async function reachCase(ctx: Ctx, id: string, permission: string = CASE_READ): Promise<CaseRow> {
  const row = await findCase(ctx.db, ctx.district, id);
  if (row === undefined || !reachesOrganisation(ctx, permission, row.organisation_code))
    throw new AppError('platform.not-found');
  return row;
}
