import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface JudgementRow {
  readonly id: string;
  readonly mention_id: string;
  readonly mention_name: string;
  readonly party_record_key: string;
  readonly party_id: string | null;
  readonly party_name: string;
  readonly verdict: 'same' | 'not-same' | 'unsure';
  readonly note: string | null;
  readonly actor_name: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
}

const SELECT = sql`select j.id, j.mention_id, m.name as mention_name, j.party_record_key, p.id as party_id, j.party_name, j.verdict, j.note,
    j.actor_name, j.at, j.withdrawn_at
  from parties.judgement j
  join parties.mention m on m.district = j.district and m.id = j.mention_id
  left join parties.party p on p.district = j.district and p.record_key = j.party_record_key`;

export async function listJudgementsOfMention(db: Db, district: string, mentionId: string): Promise<JudgementRow[]> {
  const { rows } =
    await sql<JudgementRow>`${SELECT} where j.district = ${district} and j.mention_id = ${mentionId} order by j.at desc`.execute(
      db,
    );
  return rows;
}

/** All standing judgements of a district: what the resolver needs to draw its conclusions. */
export async function listStandingJudgements(db: Db, district: string): Promise<JudgementRow[]> {
  const { rows } =
    await sql<JudgementRow>`${SELECT} where j.district = ${district} and j.withdrawn_at is null order by j.at`.execute(
      db,
    );
  return rows;
}

export async function findJudgement(db: Db, district: string, id: string): Promise<JudgementRow | undefined> {
  const { rows } = await sql<JudgementRow>`${SELECT} where j.district = ${district} and j.id = ${id}`.execute(db);
  return rows[0];
}

export async function listJudgementPage(
  db: Db,
  district: string,
  filter: { q?: string | undefined; limit: number; offset: number },
) {
  const like = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql`where j.district = ${district} and (${like}::text is null or m.name ilike ${like} or j.party_name ilike ${like})`;
  const { rows } =
    await sql<JudgementRow>`${SELECT} ${where} order by j.at desc limit ${filter.limit} offset ${filter.offset}`.execute(
      db,
    );
  const count = await sql<{
    n: number;
  }>`select count(*) as n from parties.judgement j join parties.mention m on m.district = j.district and m.id = j.mention_id ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.n ?? 0 };
}

export async function insertJudgement(
  db: Db,
  row: {
    district: string;
    id: string;
    mentionId: string;
    partyKey: string;
    partyName: string;
    verdict: string;
    note: string | null;
    actorId: string | null;
    actorName: string;
    at: Date;
  },
): Promise<void> {
  await sql`insert into parties.judgement (district, id, mention_id, party_record_key, party_name, verdict, note, actor_id, actor_name, at)
    values (${row.district}, ${row.id}, ${row.mentionId}, ${row.partyKey}, ${row.partyName}, ${row.verdict}, ${row.note}, ${row.actorId}, ${row.actorName}, ${row.at})`.execute(
    db,
  );
}

/** A newer word on the same pair replaces the older one. */
export async function withdrawPair(
  db: Db,
  district: string,
  mentionId: string,
  partyKey: string,
  by: string,
  at: Date,
): Promise<void> {
  await sql`update parties.judgement set withdrawn_at = ${at}, withdrawn_by = ${by}
    where district = ${district} and mention_id = ${mentionId} and party_record_key = ${partyKey} and withdrawn_at is null`.execute(
    db,
  );
}

export async function withdrawById(db: Db, district: string, id: string, by: string, at: Date): Promise<void> {
  await sql`update parties.judgement set withdrawn_at = ${at}, withdrawn_by = ${by} where district = ${district} and id = ${id} and withdrawn_at is null`.execute(
    db,
  );
}
