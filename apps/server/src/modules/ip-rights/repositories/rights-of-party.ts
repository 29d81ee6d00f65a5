import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface StatusCount {
  readonly kind: string;
  readonly status: string;
  readonly count: number;
}

/** Chinese patents of a party by kind and status on a day; one with several names of the party counts once. */
export async function countPatentsOfParty(
  db: Db,
  district: string,
  partyId: string,
  on: string,
): Promise<StatusCount[]> {
  const { rows } = await sql<StatusCount>`
    select r.kind, coalesce(t.status, 'unknown') as status, count(distinct r.id) as count
    from parties.mention m
    join ip_rights.patent_holder h on h.district = m.district and h.mention_id = m.id
    join ip_rights.patent r on r.district = h.district and r.id = h.patent_id and r.country = 'CN'
    left join ip_rights.patent_period t on t.district = r.district and t.patent_id = r.id and t.valid_from <= ${on} and (t.valid_to is null or ${on} < t.valid_to)
    where m.district = ${district} and m.party_id = ${partyId} group by 1, 2`.execute(db);
  return rows;
}

/** Chinese marks (number and class) of a party by status on a day. */
export async function countTrademarksOfParty(
  db: Db,
  district: string,
  partyId: string,
  on: string,
): Promise<StatusCount[]> {
  const { rows } = await sql<StatusCount>`
    select r.kind, coalesce(t.status, 'unknown') as status, count(distinct r.id) as count
    from parties.mention m
    join ip_rights.trademark_holder h on h.district = m.district and h.mention_id = m.id
    join ip_rights.trademark r on r.district = h.district and r.id = h.trademark_id and r.country = 'CN'
    left join ip_rights.trademark_period t on t.district = r.district and t.trademark_id = r.id and t.valid_from <= ${on} and (t.valid_to is null or ${on} < t.valid_to)
    where m.district = ${district} and m.party_id = ${partyId} group by 1, 2`.execute(db);
  return rows;
}

export async function countOtherRightsOfParty(
  db: Db,
  district: string,
  partyId: string,
  on: string,
): Promise<{ madrid: number; gis: number }> {
  const { rows } = await sql<{ madrid: number; gis: number }>`
    with own as (select id from parties.mention where district = ${district} and party_id = ${partyId})
    select (select count(*) from ip_rights.madrid r where r.district = ${district} and r.mention_id in (select id from own)
        and (r.expires_on is null or r.expires_on >= ${on})) as madrid,
      (select count(*) from ip_rights.gi g where g.district = ${district} and exists (
        select 1 from jsonb_array_elements(g.authorised_users) u where (u->>'mentionId')::uuid in (select id from own)
          and (u->>'to' is null or (u->>'to')::date >= ${on}))) as gis`.execute(db);
  return rows[0] ?? { madrid: 0, gis: 0 };
}

export interface DueRight {
  readonly id: string;
  readonly name: string;
  readonly on: string;
  readonly total: number;
}

/** Patents of a party by their next annual fee up to a day, the earliest first; `total` counts all of them. */
export async function listDuePatents(
  db: Db,
  district: string,
  partyId: string,
  until: string,
  limit: number,
): Promise<DueRight[]> {
  const { rows } = await sql<DueRight>`
    select r.id, r.title as name, r.next_due_on as "on", count(*) over () as total
    from ip_rights.patent r
    where r.district = ${district} and r.next_due_on <= ${until} and exists (
      select 1 from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = r.district and h.patent_id = r.id and m.party_id = ${partyId})
    order by r.next_due_on, r.id limit ${limit}`.execute(db);
  return rows;
}

/** Marks of a party that stand registered or in grace on a day and whose term ends by another. */
export async function listExpiringTrademarks(
  db: Db,
  district: string,
  partyId: string,
  on: string,
  until: string,
  limit: number,
): Promise<(DueRight & { readonly status: string })[]> {
  const { rows } = await sql<DueRight & { status: string }>`
    select r.id, r.name || '（第' || r.nice_class || '类）' as name, r.expires_on as "on", t.status, count(*) over () as total
    from ip_rights.trademark r
    join ip_rights.trademark_period t on t.district = r.district and t.trademark_id = r.id and t.valid_from <= ${on} and (t.valid_to is null or ${on} < t.valid_to)
    where r.district = ${district} and r.country = 'CN' and t.status in ('registered', 'grace') and r.expires_on <= ${until} and exists (
      select 1 from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = r.district and h.trademark_id = r.id and m.party_id = ${partyId})
    order by r.expires_on, r.id limit ${limit}`.execute(db);
  return rows;
}

/** How many patents and marks name each mention. */
export async function usesOfMentions(
  db: Db,
  district: string,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, { patents: number; trademarks: number }>> {
  const { rows } = await sql<{ id: string; patents: number; trademarks: number }>`
    select i.id,
      (select count(*) from ip_rights.patent_holder h where h.district = ${district} and h.mention_id = i.id) as patents,
      (select count(*) from ip_rights.trademark_holder h where h.district = ${district} and h.mention_id = i.id) as trademarks
    from unnest(${mentionIds}::uuid[]) as i(id)`.execute(db);
  return new Map(rows.map(({ id, patents, trademarks }) => [id, { patents, trademarks }]));
}
