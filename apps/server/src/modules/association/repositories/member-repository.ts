import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface MemberRow {
  readonly id: string;
  readonly agency_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly town_code: string | null;
  readonly member_no: string;
  readonly level: 'member' | 'council' | 'vice-chair' | 'chair';
  readonly joined_on: string;
  readonly left_on: string | null;
  readonly left_reason: string | null;
}

const columns = sql`m.id, m.agency_id, a.name, coalesce(a.agency_code, a.uscc) as code, a.town_code, m.member_no, m.level, m.joined_on,
  m.left_on, m.left_reason`;
const source = sql`association.member m join agencies.agency a on a.district = m.district and a.id = m.agency_id`;

/** Membership on a day, over `m`. */
export const isMember = (on: string): RawBuilder<boolean> =>
  sql<boolean>`(m.joined_on <= ${on}::date and coalesce(m.left_on > ${on}::date, true))`;

export async function selectMembers(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly MemberRow[]; readonly total: number }> {
  const { rows } = await sql<MemberRow>`select ${columns} from ${source} where m.district = ${district} and ${test}
    order by m.left_on is not null, array_position(array['chair', 'vice-chair', 'council', 'member'], m.level), m.member_no
    limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where m.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

/** The membership of an agency on a day. */
export async function findMembership(
  db: Db,
  district: string,
  agencyId: string,
  on: string,
): Promise<MemberRow | undefined> {
  const { rows } = await selectMembers(db, district, sql`m.agency_id = ${agencyId} and ${isMember(on)}`);
  return rows[0];
}
