import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { PartyOfMoney } from './payable-repository.ts';

/** What the actor's grants of a permission reach: all of the district, or single parties by the given expression. */
export function partiesWithin(ctx: Ctx, permission: string, partyKey: RawBuilder<unknown>): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  return sql`${partyKey} in (select own.record_key from parties.party own where own.district = ${ctx.district}
    and own.id = any(${scope.parties}::uuid[]))`;
}

/** Whether a permission reaches the whole district: money of many parties at once is not read by halves. */
export function reachesAll(ctx: Ctx, permission: string): boolean {
  return scopeFor(ctx, permission).kind === 'district';
}

export async function findPartyWithin(
  db: Db,
  ctx: Ctx,
  permission: string,
  partyId: string,
): Promise<PartyOfMoney | undefined> {
  const { rows } = await sql<PartyOfMoney>`select p.id, p.record_key, p.name, p.uscc from parties.party p
    where p.district = ${ctx.district} and p.id = ${partyId} and ${partiesWithin(ctx, permission, sql`p.record_key`)}`.execute(
    db,
  );
  return rows[0];
}
