import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { type AgencyCard, agencyOfParty, findAgencies } from '../ip-agencies/index.ts';

/** Whether the actor acts for the association itself, or for the whole district. */
export function isOurs(ctx: Ctx, permission: string): boolean {
  if (!may(ctx, permission)) return false;
  const scope = scopeFor(ctx, permission);
  return scope.kind === 'district' || scope.organisations.includes(ctx.services.jurisdiction.association.body);
}

/** @throws AppError platform.not-found for people of another body */
export function requireOurs(ctx: Ctx, permission: string): void {
  if (!isOurs(ctx, permission)) throw new AppError('platform.not-found');
}

/** Agencies the actor is, by its party. */
export async function ownAgencies(ctx: Ctx, permission: string): Promise<AgencyCard[]> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return [];
  const found = await Promise.all(scope.parties.map((party) => agencyOfParty(ctx, party)));
  return found.filter((one) => one !== undefined);
}

/** Rows of an agency the actor may see: all for the association and the district, else those of the own agency. */
export function agenciesWithin(
  ctx: Ctx,
  permission: string,
  ...columns: readonly RawBuilder<unknown>[]
): RawBuilder<boolean> {
  if (isOurs(ctx, permission)) return sql<boolean>`true`;
  const scope = scopeFor(ctx, permission);
  const parties = scope.kind === 'district' ? [] : scope.parties;
  const tests = columns.map(
    (
      column,
    ) => sql`exists (select 1 from agencies.agency own_a where own_a.district = ${ctx.district} and own_a.id = ${column}
      and own_a.party_id = any(${[...parties]}::uuid[]))`,
  );
  return sql<boolean>`(${sql.join(tests, sql` or `)})`;
}

/** @throws AppError platform.not-found */
export async function requireAgencyCard(ctx: Ctx, id: string): Promise<AgencyCard> {
  const card = (await findAgencies(ctx, [id])).get(id);
  if (card === undefined) throw new AppError('platform.not-found');
  return card;
}
