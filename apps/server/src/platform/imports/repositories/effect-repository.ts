import { sql } from 'kysely';
import type { Db, Tx } from '../../database/database.ts';

/** Rows of one import about records of one type; `keys` narrows to these records. */
export interface RowsOfImport {
  readonly district: string;
  readonly importId: string;
  readonly recordType: string;
  readonly keys?: readonly string[];
}

/**
 * Compares the staged rows with each other and with the registers. Rows are staged as 'new', so a first import
 * rewrites none of them. Keys go through analysed temporary tables: fresh rows have no statistics to plan by.
 * Calling it again changes nothing unless the registers or the rows have changed.
 */
export async function computeEffects(
  tx: Tx,
  rows: RowsOfImport & {
    readonly duplicates: 'merge' | 'doubtful';
    /** The rows were staged just now and all say 'new'; whether a record stands in two of them. */
    readonly fresh?: { readonly repeated: boolean };
  },
): Promise<void> {
  const { district, importId, recordType } = rows;
  const keys = rows.keys ?? null;
  if (keys === null) await noteCompared(tx, district, importId);
  if (!rows.fresh)
    await sql`update imports.import_row set effect = 'new' where district = ${district} and import_id = ${importId}
    and status in ('accepted', 'doubtful') and effect <> 'new' and (${keys}::text[] is null or record_key = any(${keys}::text[]))`.execute(
      tx,
    );
  // A first file of its type without repetitions has nothing to be compared with.
  if (rows.fresh?.repeated === false && !(await hasOthers(tx, rows))) return;
  await sql`drop table if exists jince_keys`.execute(tx);
  await sql`create temp table jince_keys on commit drop as
    select record_key, count(*) filter (where status = 'accepted') as accepted from imports.import_row
    where district = ${district} and import_id = ${importId} and status in ('accepted', 'doubtful')
      and (${keys}::text[] is null or record_key = any(${keys}::text[]))
    group by record_key`.execute(tx);
  await sql`create unique index on jince_keys (record_key)`.execute(tx);
  await sql`analyze jince_keys`.execute(tx);
  await markDuplicates(tx, district, importId, rows.duplicates);
  await sql`drop table if exists jince_merged`.execute(tx);
  await sql`create temp table jince_merged on commit drop as
    select p.record_key, platform.jsonb_merge(p.record_values order by i.commit_seq, p.row_no) as merged
    from jince_keys k
    join imports.import_row p on p.district = ${district} and p.record_type = ${recordType} and p.record_key = k.record_key
      and p.status = 'accepted' and p.import_id <> ${importId}
    join imports.import i on i.district = p.district and i.id = p.import_id and i.state = 'committed'
    group by p.record_key`.execute(tx);
  await sql`analyze jince_merged`.execute(tx);
  await sql`
    update imports.import_row r
    set effect = case when e.merged || r.record_values = e.merged then 'unchanged' else 'changed' end
    from jince_merged e
    where r.district = ${district} and r.import_id = ${importId} and r.status in ('accepted', 'doubtful')
      and r.record_key = e.record_key and r.effect is distinct from 'duplicate'`.execute(tx);
}

/** Whether another applied import speaks of records of this type. */
async function hasOthers(tx: Tx, { district, importId, recordType }: RowsOfImport): Promise<boolean> {
  const { rows } = await sql`select 1 from imports.import i
    join imports.import_row r on r.district = i.district and r.import_id = i.id and r.row_no = 1 and r.record_type = ${recordType}
    where i.district = ${district} and i.id <> ${importId} and i.state = 'committed' limit 1`.execute(tx);
  return rows.length > 0;
}

/** Remembers up to where in the district's order of commits and undos the effects are true. */
async function noteCompared(tx: Tx, district: string, importId: string): Promise<void> {
  await sql`update imports.import set compared_seq = (
      select coalesce(max(greatest(commit_seq, undo_seq)), 0) from imports.import where district = ${district})
    where district = ${district} and id = ${importId}`.execute(tx);
}

/** Whether a file of one of these kinds was applied or taken back after the effects of the import were worked out. */
export async function effectsAreStale(
  tx: Tx,
  district: string,
  importId: string,
  kinds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`select 1 from imports.import i, imports.import me
    where me.district = ${district} and me.id = ${importId} and i.district = ${district} and i.kind = any(${kinds}::text[])
      and greatest(i.commit_seq, i.undo_seq) > coalesce(me.compared_seq, 0) limit 1`.execute(tx);
  return rows.length > 0;
}

/** A contradiction inside the file is put to a person once: a row that carries this code is not held back again. */
export const CONFLICT_CODE = 'row.conflicting-duplicate';

/** The second and later rows of one record inside one file: the same again, a continuation, or a contradiction. */
async function markDuplicates(
  tx: Tx,
  district: string,
  importId: string,
  duplicates: 'merge' | 'doubtful',
): Promise<void> {
  const conflict = JSON.stringify({
    code: CONFLICT_CODE,
    severity: 'doubtful',
    en: 'The same record stands in an earlier line of this file with other contents; keep one of them.',
  });
  const asked = JSON.stringify([{ code: CONFLICT_CODE }]);
  await sql`drop table if exists jince_repeated`.execute(tx);
  await sql`create temp table jince_repeated on commit drop as
    select row_no, first_line, first_values || record_values = first_values as same,
      ${duplicates} = 'doubtful' and not first_values || record_values = first_values and not coalesce(issues @> ${asked}::jsonb, false) as held
    from (
      select r.row_no, r.record_values, r.issues, row_number() over w as n, first_value(r.record_values) over w as first_values,
        first_value(r.line) over w as first_line
      from imports.import_row r join jince_keys k on k.record_key = r.record_key and k.accepted > 1
      where r.district = ${district} and r.import_id = ${importId} and r.status = 'accepted'
      window w as (partition by r.record_key order by r.row_no)) d
    where d.n > 1`.execute(tx);
  await sql`analyze jince_repeated`.execute(tx);
  await sql`
    update imports.import_row r
    set effect = case when d.same then 'duplicate' else 'changed' end,
        status = case when d.held then 'doubtful' else 'accepted' end,
        issues = case when not d.held then r.issues
                 else coalesce(r.issues, '[]') || (${conflict}::jsonb || jsonb_build_object('zh', format('本文件第 %s 行已有同一记录而内容不同，请核对后保留一条', d.first_line))) end
    from jince_repeated d
    where r.district = ${district} and r.import_id = ${importId} and r.row_no = d.row_no`.execute(tx);
}

export interface RowCounts {
  total: number;
  accepted: number;
  doubtful: number;
  refused: number;
  discarded: number;
  new: number;
  changed: number;
  unchanged: number;
  duplicate: number;
}

/** Counts by status and effect; only rows that are not simply new are looked at. `total`: all rows of the import. */
export async function countRows(db: Db, district: string, importId: string, total: number): Promise<RowCounts> {
  const { rows } = await sql<Omit<RowCounts, 'total' | 'accepted' | 'new'>>`
    select count(*) filter (where status = 'doubtful') as doubtful,
      count(*) filter (where status = 'refused') as refused,
      count(*) filter (where status = 'discarded') as discarded,
      count(*) filter (where status = 'accepted' and effect = 'changed') as changed,
      count(*) filter (where status = 'accepted' and effect = 'unchanged') as unchanged,
      count(*) filter (where status = 'accepted' and effect = 'duplicate') as duplicate
    from imports.import_row where district = ${district} and import_id = ${importId}
      and (status <> 'accepted' or effect is distinct from 'new')`.execute(db);
  const noted = rows[0] as Omit<RowCounts, 'total' | 'accepted' | 'new'>;
  const accepted = total - noted.doubtful - noted.refused - noted.discarded;
  return { ...noted, total, accepted, new: accepted - noted.changed - noted.unchanged - noted.duplicate };
}

/**
 * Fills the temporary tables a record type projects from: the merged values of every record this import touches, and the
 * records no applied import speaks of any more.
 */
export async function collectProjection(tx: Tx, rows: RowsOfImport): Promise<void> {
  const { district, importId, recordType } = rows;
  const keys = rows.keys ?? null;
  await releaseProjection(tx);
  await sql`drop table if exists jince_projected, jince_vanished, jince_touched`.execute(tx);
  if (keys === null && (await isFirstAndClean(tx, rows))) {
    // Every row is a new record of its own: the rows themselves are what is projected, without a copy.
    await sql`create temp view jince_projected as select record_key, record_values from imports.import_row
      where district = ${sql.lit(district)} and import_id = ${sql.lit(importId)} and status = 'accepted'
        and record_type = ${sql.lit(recordType)}`.execute(tx);
    await sql`create temp table jince_vanished (record_key text not null) on commit drop`.execute(tx);
    return;
  }
  await sql`create temp table jince_projected (record_key text not null, record_values jsonb not null) on commit drop`.execute(
    tx,
  );
  await sql`create temp table jince_vanished (record_key text not null) on commit drop`.execute(tx);
  await sql`create temp table jince_touched on commit drop as
    select record_key, count(*) as rows_here, bool_and(effect = 'new') and ${keys}::text[] is null as is_new from imports.import_row
    where district = ${district} and import_id = ${importId} and status = 'accepted' and record_type = ${recordType}
      and (${keys}::text[] is null or record_key = any(${keys}::text[]))
    group by record_key`.execute(tx);
  await sql`analyze jince_touched`.execute(tx);
  // Records only this import knows, in one row: their values are the row's.
  await sql`insert into jince_projected
    select r.record_key, r.record_values from imports.import_row r join jince_touched t using (record_key)
    join imports.import i on i.district = r.district and i.id = r.import_id
    where r.district = ${district} and r.import_id = ${importId} and r.status = 'accepted' and i.state = 'committed'
      and t.rows_here = 1 and t.is_new`.execute(tx);
  await sql`insert into jince_projected
    select p.record_key, platform.jsonb_merge(p.record_values order by i.commit_seq, p.row_no)
    from jince_touched t
    join imports.import_row p on p.record_key = t.record_key and p.district = ${district} and p.record_type = ${recordType} and p.status = 'accepted'
    join imports.import i on i.district = p.district and i.id = p.import_id and i.state = 'committed'
    where not (t.rows_here = 1 and t.is_new and exists (
      select 1 from imports.import me where me.district = ${district} and me.id = ${importId} and me.state = 'committed'))
    group by p.record_key`.execute(tx);
  await sql`create index on jince_projected (record_key)`.execute(tx);
  await sql`analyze jince_projected`.execute(tx);
  await sql`insert into jince_vanished
    select record_key from jince_touched t where not exists (select 1 from jince_projected p where p.record_key = t.record_key)`.execute(
    tx,
  );
}

/** Whether the import is applied, is the only applied one of its type, and each of its rows is a new record. */
async function isFirstAndClean(tx: Tx, rows: RowsOfImport): Promise<boolean> {
  const { district, importId } = rows;
  if (await hasOthers(tx, rows)) return false;
  const found = await sql<{ clean: boolean }>`select i.state = 'committed' and not exists (
      select 1 from imports.import_row r where r.district = i.district and r.import_id = i.id
        and (r.status <> 'accepted' or r.effect is distinct from 'new') and r.status = 'accepted') as clean
    from imports.import i where i.district = ${district} and i.id = ${importId}`.execute(tx);
  return found.rows[0]?.clean ?? false;
}

/** Puts away the view {@link collectProjection} may have made: unlike the tables it would outlive the transaction. */
export async function releaseProjection(tx: Tx): Promise<void> {
  await sql`do $$ begin
    if exists (select 1 from pg_class where oid = to_regclass('pg_temp.jince_projected') and relkind = 'v') then
      drop view pg_temp.jince_projected;
    end if; end $$`.execute(tx);
}

/** What taking an import back means: records that go, records that fall back, fields a later import holds. */
export async function countUndo(
  tx: Tx,
  { district, importId, recordType }: RowsOfImport,
): Promise<{ removed: number; restored: number; keptFields: number }> {
  const { rows } = await sql<{ removed: number; restored: number; kept: number }>`
    select (select count(*) from jince_vanished) as removed,
      (select count(*) from (
        select distinct mine.record_key from imports.import_row mine join jince_projected p on p.record_key = mine.record_key
        where mine.district = ${district} and mine.import_id = ${importId} and mine.status = 'accepted' and mine.effect in ('new', 'changed')
      ) r) as restored,
      (select count(*) from (
        select distinct mine.record_key, field
        from imports.import_row mine
        join imports.import me on me.district = mine.district and me.id = mine.import_id
        cross join lateral jsonb_object_keys(mine.record_values) as field
        join imports.import_row later on later.district = mine.district and later.record_type = ${recordType} and later.record_key = mine.record_key
          and later.status = 'accepted' and later.record_values ? field
        join imports.import l on l.district = later.district and l.id = later.import_id and l.state = 'committed' and l.commit_seq > me.commit_seq
        where mine.district = ${district} and mine.import_id = ${importId} and mine.status = 'accepted'
      ) k) as kept`.execute(tx);
  const row = rows[0];
  return { removed: row?.removed ?? 0, restored: row?.restored ?? 0, keptFields: row?.kept ?? 0 };
}
