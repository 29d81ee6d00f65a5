import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface GiRecord {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly approved_on: string | null;
  readonly notice_no: string | null;
  readonly holder_name: string | null;
  readonly status_text: string | null;
  readonly example: boolean;
  readonly users: { name: string; partyId: string | null; from: string | null; to: string | null }[];
}

const USERS = sql`jsonb_array_elements(g.authorised_users) with ordinality as u(u, n)
  left join parties.mention m on m.district = g.district and m.id = (u->>'mentionId')::uuid`;

export async function listGiRows(
  db: Db,
  district: string,
  q: string | undefined,
  page: { limit: number; offset: number },
): Promise<{ rows: GiRecord[]; total: number }> {
  const like = q === undefined || q.trim() === '' ? null : containsPattern(q.trim());
  const where = sql`g.district = ${district}
    and (${like}::text is null or g.name ilike ${like} or g.holder_name ilike ${like} or g.notice_no ilike ${like})`;
  const { rows } = await sql<GiRecord>`
    select g.id, g.name, g.channel, g.approved_on, g.notice_no, g.holder_name, g.status_text, g.example,
      coalesce((select jsonb_agg(jsonb_build_object('name', u->>'name', 'partyId', m.party_id, 'from', u->>'from', 'to', u->>'to') order by n)
        from ${USERS}), '[]') as users
    from ip_rights.gi g where ${where} order by g.example, g.name, g.id limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const count = await sql<{ n: number }>`select count(*) as n from ip_rights.gi g where ${where}`.execute(db);
  return { rows, total: count.rows[0]?.n ?? 0 };
}

export async function findGiKey(db: Db, district: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ record_key: string }>`select record_key from ip_rights.gi
    where district = ${district} and id = ${id}`.execute(db);
  return rows[0]?.record_key;
}
