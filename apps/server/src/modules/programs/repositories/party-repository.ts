import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: string;
  readonly town_code: string | null;
}

function within(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(p.town_code = any(${scope.towns}::text[]) or p.id = any(${scope.parties}::uuid[]))`;
}

/** Parties of the register by id; with a scope only those it reaches. */
export async function listParties(
  db: Db,
  district: string,
  ids: readonly string[],
  scope: Scope = { kind: 'district' },
): Promise<ReadonlyMap<string, PartyRow>> {
  const { rows } = await sql<PartyRow>`select p.id, p.name, p.uscc, p.kind, p.town_code from parties.party p
    where p.district = ${district} and p.id = any(${ids}::uuid[]) and ${within(scope)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Predicate over `programs.project p`: what the actor's grants of a permission reach, by town or as its own party. */
export function projectsWithin(ctx: Ctx, permission: string): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(p.town_code = any(${scope.towns}::text[]) or p.lead_party_id = any(${scope.parties}::uuid[]))`;
}
