import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { StoredEvent, StoredPeriod } from '../history/patent-history.ts';

export interface RecordHistory {
  readonly key: string;
  readonly id: string;
  readonly events: readonly StoredEvent[];
  readonly periods: readonly StoredPeriod[];
}

export type RightKind = 'patent' | 'trademark';

interface Tables {
  readonly holder: RawBuilder<unknown>;
  readonly event: RawBuilder<unknown>;
  readonly period: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
}

const TABLES: Readonly<Record<RightKind, Tables>> = {
  patent: {
    holder: sql.table('ip_rights.patent_holder'),
    event: sql.table('ip_rights.patent_event'),
    period: sql.table('ip_rights.patent_period'),
    id: sql.ref('patent_id'),
  },
  trademark: {
    holder: sql.table('ip_rights.trademark_holder'),
    event: sql.table('ip_rights.trademark_event'),
    period: sql.table('ip_rights.trademark_period'),
    id: sql.ref('trademark_id'),
  },
};

/**
 * Fills `jince_first_told` (record_key, told_on): for each projected record with an undated ending, the day of the first
 * applied file that told of it. Once per projection, so that no batch looks the rows up one by one.
 */
export async function collectFirstTold(tx: Tx, district: string, recordType: RightKind): Promise<void> {
  await sql`drop table if exists jince_first_told`.execute(tx);
  await sql`
    create temp table jince_first_told on commit drop as
    select r.record_key, min(coalesce(i.as_of, (i.uploaded_at at time zone 'Asia/Shanghai')::date)) as told_on
    from imports.import_row r join imports.import i on i.district = r.district and i.id = r.import_id and i.state = 'committed'
    where r.district = ${district} and r.record_type = ${recordType} and r.status = 'accepted' and r.record_values ? 'undatedEnding'
      and r.record_key in (select record_key from jince_projected where record_values ? 'undatedEnding')
    group by r.record_key`.execute(tx);
  await sql`create index on jince_first_told (record_key)`.execute(tx);
  await sql`analyze jince_first_told`.execute(tx);
}

/**
 * Writes holders, events and periods of a batch of projected records anew.
 * @param known ids that may already have some
 */
export async function insertHistory(
  tx: Tx,
  district: string,
  kind: RightKind,
  batch: readonly RecordHistory[],
  known: readonly string[],
): Promise<void> {
  const t = TABLES[kind];
  if (known.length > 0) {
    for (const table of [t.holder, t.event, t.period])
      await sql`delete from ${table} where district = ${district} and ${t.id} = any(${known}::uuid[])`.execute(tx);
  }
  const ids = JSON.stringify(batch.map(({ key, id }) => ({ key, id })));
  const share =
    kind === 'patent'
      ? { column: sql`, share`, value: sql`, (h->>'share')::numeric` }
      : { column: sql``, value: sql`` };
  await sql`
    insert into ${t.holder} (district, ${t.id}, position, mention_id${share.column})
    select ${district}, d.id, h.position, m.id${share.value}
    from json_to_recordset(${ids}::json) as d(key text, id uuid)
    join jince_projected s on s.record_key = d.key
    cross join lateral jsonb_array_elements(s.record_values->'holders') with ordinality as h(h, position)
    join parties.mention m on m.district = ${district} and m.name_key = h->>'key' and m.locality = coalesce(h->>'locality', '')
      and m.uscc = coalesce(h->>'uscc', '')
    where s.record_values ? 'holders'`.execute(tx);
  const events = batch.flatMap(({ id, events: list }) => list.map((event, position) => ({ id, position, ...event })));
  await sql`
    insert into ${t.event} (district, ${t.id}, position, kind, happened_on, detail)
    select ${district}, id, position, kind, "on", detail
    from json_to_recordset(${JSON.stringify(events)}::json) as e(id uuid, position smallint, kind text, "on" date, detail text)`.execute(
    tx,
  );
  const periods = batch.flatMap(({ id, periods: list }) => list.map((period) => ({ id, ...period })));
  await sql`
    insert into ${t.period} (district, ${t.id}, valid_from, valid_to, status, reason)
    select ${district}, id, "from", "to", status, reason
    from json_to_recordset(${JSON.stringify(periods)}::json) as p(id uuid, "from" date, "to" date, status text, reason text)`.execute(
    tx,
  );
}

export async function listEvents(db: Db, district: string, kind: RightKind, id: string): Promise<StoredEvent[]> {
  const t = TABLES[kind];
  const { rows } = await sql<StoredEvent>`select kind, happened_on as "on", detail from ${t.event}
    where district = ${district} and ${t.id} = ${id} order by position`.execute(db);
  return rows;
}

export async function listPeriods(db: Db, district: string, kind: RightKind, id: string): Promise<StoredPeriod[]> {
  const t = TABLES[kind];
  const { rows } =
    await sql<StoredPeriod>`select status, valid_from as "from", valid_to as "to", reason from ${t.period}
    where district = ${district} and ${t.id} = ${id} order by valid_from`.execute(db);
  return rows;
}

export interface HolderRow {
  readonly order: number;
  readonly name: string;
  readonly share: number | null;
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly partyTown: string | null;
  readonly mentionId: string;
  readonly decision: string;
}

export async function listHolders(db: Db, district: string, kind: RightKind, id: string): Promise<HolderRow[]> {
  const t = TABLES[kind];
  const share = kind === 'patent' ? sql`h.share` : sql`null::numeric`;
  const { rows } = await sql<HolderRow>`
    select h.position as "order", m.name, ${share} as share, m.party_id as "partyId", p.name as "partyName", p.town_code as "partyTown",
      m.id as "mentionId", m.decision
    from ${t.holder} h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    left join parties.party p on p.district = m.district and p.id = m.party_id
    where h.district = ${district} and h.${t.id} = ${id} order by h.position`.execute(db);
  return rows;
}
