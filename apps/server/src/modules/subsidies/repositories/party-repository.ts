import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** Whoever claims, as the register has it now. */
export interface Applicant {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: string;
  readonly status: string;
  readonly townCode: string | null;
  readonly zoneCode: string | null;
}

/** By id, or by the key it keeps when a register is imported anew. */
export async function findApplicant(
  db: Db,
  district: string,
  by: { readonly id: string } | { readonly key: string },
): Promise<Applicant | undefined> {
  const which = 'id' in by ? sql`id = ${by.id}` : sql`record_key = ${by.key}`;
  const { rows } = await sql<Applicant>`select id, record_key as key, name, uscc, kind, status, town_code as "townCode",
      zone_code as "zoneCode"
    from parties.party where district = ${district} and ${which}`.execute(db);
  return rows[0];
}

export async function listApplicants(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<Map<string, Applicant>> {
  const { rows } = await sql<Applicant>`select id, record_key as key, name, uscc, kind, status, town_code as "townCode",
      zone_code as "zoneCode"
    from parties.party where district = ${district} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Parties for which somebody can sign in. */
export async function listPartiesWithAccount(db: Db, district: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct r.place_code as id from platform.user_role r
    join platform.user_account u on u.district = r.district and u.id = r.user_id and u.status = 'active'
    where r.district = ${district} and r.role = 'enterprise' and r.place_kind = 'party'`.execute(db);
  return new Set(rows.map((row) => row.id));
}
