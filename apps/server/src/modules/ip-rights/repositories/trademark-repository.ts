import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface TrademarkItem {
  readonly id: string;
  readonly registration_no: string;
  readonly country: string;
  readonly nice_class: number;
  readonly similar_groups: string[];
  readonly name: string;
  readonly kind: string;
  readonly filed_on: string | null;
  readonly registered_on: string | null;
  readonly expires_on: string | null;
  readonly holders: { name: string; partyId: string | null }[];
}

/** What a list shows of the given marks, by id. */
export async function listTrademarkItems(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TrademarkItem>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<TrademarkItem>`
    select t.id, t.registration_no, t.country, t.nice_class, t.similar_groups, t.name, t.kind, t.filed_on, t.registered_on, t.expires_on,
      coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'partyId', m.party_id) order by h.position)
        from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
        where h.district = t.district and h.trademark_id = t.id), '[]') as holders
    from ip_rights.trademark t where t.district = ${district} and t.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids of the rows of registrations, one of each class, with the registration as `CN 12345678`. */
export async function listTrademarkIds(
  db: Db,
  district: string,
  registrations: readonly { country: string; registrationNo: string }[],
): Promise<{ id: string; registration: string; name: string }[]> {
  if (registrations.length === 0) return [];
  const { rows } = await sql<{ id: string; registration: string; name: string }>`
    select t.id, t.country || ' ' || t.registration_no as registration, t.name
    from unnest(${registrations.map(({ country }) => country)}::text[], ${registrations.map(({ registrationNo }) => registrationNo)}::text[])
      as asked (country, registration_no)
    join ip_rights.trademark t on t.district = ${district} and t.country = asked.country and t.registration_no = asked.registration_no
    order by t.nice_class`.execute(db);
  return rows;
}

export interface TrademarkRecord extends Omit<TrademarkItem, 'holders'> {
  readonly record_key: string;
  readonly preliminary_on: string | null;
  readonly preliminary_issue: string | null;
  readonly registration_issue: string | null;
  readonly goods: string[];
  readonly address: string | null;
  readonly town_code: string | null;
  readonly agency: string | null;
  readonly legal_status_text: string | null;
  readonly updated_at: string;
}

const COLUMNS = sql`id, record_key, registration_no, country, nice_class, name, kind, filed_on, preliminary_on, preliminary_issue, registered_on,
  registration_issue, expires_on, goods, similar_groups, address, town_code, agency, legal_status_text, updated_at`;

export async function findTrademark(db: Db, district: string, id: string): Promise<TrademarkRecord | undefined> {
  const { rows } =
    await sql<TrademarkRecord>`select ${COLUMNS} from ip_rights.trademark where district = ${district} and id = ${id}`.execute(
      db,
    );
  return rows[0];
}

/** The same number in other classes, with its status on a day. */
export async function listOtherClasses(
  db: Db,
  district: string,
  mark: TrademarkRecord,
  on: string,
): Promise<{ id: string; niceClass: number; status: string }[]> {
  const { rows } = await sql<{ id: string; niceClass: number; status: string }>`
    select t.id, t.nice_class as "niceClass", coalesce((select p.status from ip_rights.trademark_period p
      where p.district = t.district and p.trademark_id = t.id and p.valid_from <= ${on} and (p.valid_to is null or ${on} < p.valid_to)), 'unknown') as status
    from ip_rights.trademark t
    where t.district = ${district} and t.registration_no = ${mark.registration_no} and t.country = ${mark.country} and t.id <> ${mark.id}
    order by t.nice_class`.execute(db);
  return rows;
}

/** Pieces of evidence that a mark was used in its class, by their keys and days; of Chinese marks alone. */
export async function listUseEvidence(
  db: Db,
  district: string,
  mark: Pick<TrademarkRecord, 'registration_no' | 'nice_class' | 'country'>,
): Promise<{ key: string; usedOn: string }[]> {
  if (mark.country !== 'CN') return [];
  const { rows } = await sql<{
    key: string;
    usedOn: string;
  }>`select record_key as key, used_on as "usedOn" from ip_rights.trademark_use
    where district = ${district} and registration_no = ${mark.registration_no} and nice_class = ${mark.nice_class} order by used_on`.execute(
    db,
  );
  return rows;
}
