import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface MadridRecord {
  readonly id: string;
  readonly ir_no: string;
  readonly name: string;
  readonly registered_on: string | null;
  readonly expires_on: string | null;
  readonly base_registration_no: string | null;
  readonly nice_classes: number[];
  readonly designations: { member: string; on?: string; status?: string; refusalDueOn?: string }[];
  readonly holder_name: string | null;
  readonly party_id: string | null;
}

const FROM = sql`from ip_rights.madrid r
  left join parties.mention m on m.district = r.district and m.id = r.mention_id
  left join parties.party p on p.district = m.district and p.id = m.party_id`;

function within(scope: Scope): RawBuilder<unknown> {
  if (scope.kind === 'district') return sql`true`;
  return sql`(p.town_code = any(${scope.towns}::text[]) or p.id = any(${scope.parties}::uuid[]))`;
}

export async function listMadridRows(
  db: Db,
  district: string,
  scope: Scope,
  filter: { q?: string | undefined; party?: string | undefined },
  page: { limit: number; offset: number },
): Promise<{ rows: MadridRecord[]; total: number }> {
  const like = filter.q === undefined || filter.q.trim() === '' ? null : containsPattern(filter.q.trim());
  const where = sql`r.district = ${district} and ${within(scope)} and (${filter.party ?? null}::uuid is null or p.id = ${filter.party ?? null}::uuid)
    and (${like}::text is null or r.name ilike ${like} or r.ir_no ilike ${like} or m.name ilike ${like} or p.name ilike ${like})`;
  const { rows } = await sql<MadridRecord>`
    select r.id, r.ir_no, r.name, r.registered_on, r.expires_on, r.base_registration_no, r.nice_classes, r.designations, m.name as holder_name,
      m.party_id
    ${FROM} where ${where} order by r.registered_on desc nulls last, r.id limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const count = await sql<{ n: number }>`select count(*) as n ${FROM} where ${where}`.execute(db);
  return { rows, total: count.rows[0]?.n ?? 0 };
}

export async function findMadridKey(db: Db, district: string, scope: Scope, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ record_key: string }>`select r.record_key ${FROM}
    where r.district = ${district} and r.id = ${id} and ${within(scope)}`.execute(db);
  return rows[0]?.record_key;
}
