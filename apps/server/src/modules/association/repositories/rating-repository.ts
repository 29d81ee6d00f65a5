import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface RatingRow {
  readonly id: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly party_id: string;
  readonly party_name: string;
  readonly party_address: string | null;
  readonly party_head: string | null;
  readonly patent_id: string;
  readonly matter_no: string;
  readonly matter_title: string;
  readonly finished_on: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly score: number;
  readonly comment: string | null;
  readonly rated_on: string;
  readonly removed_on: string | null;
  readonly removed_reason: string | null;
  readonly weight_percent: number;
}

/** Ratings by any test over `r`, oldest last. */
export async function selectRatings(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page = { size: 1000, skip: 0 },
): Promise<{ readonly rows: readonly RatingRow[]; readonly total: number }> {
  const { rows } =
    await sql<RatingRow>`select r.id, r.agency_id, a.name as agency_name, r.party_id, p.name as party_name, p.address as party_address,
      p.legal_representative as party_head, r.patent_id, r.matter_no, r.matter_title, r.finished_on, r.scores, r.score::float8 as score, r.comment,
      r.rated_on, r.removed_on, r.removed_reason, r.weight_percent
    from association.rating r join agencies.agency a on a.district = r.district and a.id = r.agency_id
    join parties.party p on p.district = r.district and p.id = r.party_id
    where r.district = ${district} and ${test} order by r.rated_on desc, r.id desc limit ${page.size} offset ${page.skip}`.execute(
      db,
    );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from association.rating r where r.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export interface MatterRow {
  readonly patent_id: string;
  readonly matter_no: string;
  readonly title: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly finished_on: string;
  readonly rating_id: string | null;
  readonly rated_on: string | null;
  readonly score: number | null;
}

/** Granted patents of parties that an agency filed for them: what there is to rate. Latest first. */
export async function selectMatters(
  db: Db,
  district: string,
  { parties, today }: { readonly parties: readonly string[]; readonly today: string },
  test: RawBuilder<unknown> = sql`true`,
): Promise<readonly MatterRow[]> {
  const { rows } =
    await sql<MatterRow>`select distinct on (p.granted_on, p.id) p.id as patent_id, p.application_no as matter_no, p.title, a.id as agency_id,
      a.name as agency_name, p.granted_on as finished_on, r.id as rating_id, r.rated_on, r.score::float8 as score
    from parties.mention m
    join ip_rights.patent_holder h on h.district = m.district and h.mention_id = m.id
    join ip_rights.patent p on p.district = h.district and p.id = h.patent_id and p.granted_on <= ${today}::date
    join agencies.patent_agency pa on pa.district = p.district and pa.patent_id = p.id
    join agencies.agency a on a.district = pa.district and a.id = pa.agency_id
    left join association.rating r on r.district = p.district and r.patent_id = p.id
    where m.district = ${district} and m.party_id = any(${[...parties]}::uuid[]) and ${test}
    order by p.granted_on desc, p.id`.execute(db);
  return rows;
}

export async function setWeights(
  tx: Tx,
  district: string,
  weights: readonly { id: string; percent: number }[],
): Promise<void> {
  await sql`update association.rating r set weight_percent = w.percent
    from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb) as w(id uuid, percent int)
    where r.district = ${district} and r.id = w.id and r.weight_percent <> w.percent`.execute(tx);
}

/** What ties a client to an agency: where it is and who heads it. */
export async function findAgencyTies(
  db: Db,
  district: string,
  agencyId: string,
): Promise<{ readonly address: string | null; readonly head: string | null }> {
  const { rows } = await sql<{
    address: string | null;
    head: string | null;
  }>`select coalesce(a.address, p.address) as address,
      coalesce(a.head_name, p.legal_representative) as head
    from agencies.agency a left join parties.party p on p.district = a.district and p.id = a.party_id
    where a.district = ${district} and a.id = ${agencyId}`.execute(db);
  return rows[0] ?? { address: null, head: null };
}
