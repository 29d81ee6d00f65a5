import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { RowIssue } from '../import-kind.ts';

export interface ImportRowRecord {
  readonly row_no: number;
  readonly sheet: number;
  readonly line: number;
  readonly status: 'accepted' | 'doubtful' | 'refused' | 'discarded';
  readonly effect: 'new' | 'changed' | 'unchanged' | 'duplicate' | null;
  readonly record_key: string | null;
  readonly record_values: Record<string, unknown> | null;
  readonly issues: RowIssue[] | null;
  readonly raw: string;
}

const COLUMNS = sql`row_no, sheet, line, status, effect, record_key, record_values, issues, raw`;

export interface RowFilter {
  readonly status?: readonly string[] | undefined;
  readonly effect?: readonly string[] | undefined;
  readonly issue?: string | undefined;
  readonly q?: string | undefined;
  /** Index into the mapping. */
  readonly sheet?: number | undefined;
}

function where(district: string, importId: string, filter: RowFilter) {
  const like = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  const issue = filter.issue === undefined ? null : JSON.stringify([{ code: filter.issue }]);
  return sql`district = ${district} and import_id = ${importId}
    and (${filter.status ?? null}::text[] is null or status = any(${filter.status ?? null}::text[]))
    and (${filter.effect ?? null}::text[] is null or effect = any(${filter.effect ?? null}::text[]))
    and (${filter.sheet ?? null}::int is null or sheet = ${filter.sheet ?? null}::int)
    and (${issue}::jsonb is null or issues @> ${issue}::jsonb)
    and (${like}::text is null or raw ilike ${like})`;
}

export async function listRows(
  db: Db,
  district: string,
  importId: string,
  filter: RowFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: ImportRowRecord[]; total: number }> {
  const condition = where(district, importId, filter);
  const { rows } = await sql<ImportRowRecord>`select ${COLUMNS} from imports.import_row where ${condition}
    order by row_no limit ${page.limit} offset ${page.offset}`.execute(db);
  const count = await sql<{ n: number }>`select count(*) as n from imports.import_row where ${condition}`.execute(db);
  return { rows, total: count.rows[0]?.n ?? 0 };
}

/** Sheets (by index) with rows that did not go in. */
export async function listHeldSheets(db: Db, district: string, importId: string): Promise<number[]> {
  const { rows } = await sql<{ sheet: number }>`select distinct sheet from imports.import_row
    where district = ${district} and import_id = ${importId} and status in ('refused', 'doubtful') order by sheet`.execute(
    db,
  );
  return rows.map((row) => row.sheet);
}

export async function findRow(
  db: Db,
  district: string,
  importId: string,
  rowNo: number,
  lock = false,
): Promise<ImportRowRecord | undefined> {
  const { rows } = await sql<ImportRowRecord>`select ${COLUMNS} from imports.import_row
    where district = ${district} and import_id = ${importId} and row_no = ${rowNo} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  return rows[0];
}

export async function updateRow(
  db: Db,
  district: string,
  importId: string,
  rowNo: number,
  patch: { status: string; recordKey: string | null; values: unknown; issues: readonly RowIssue[] },
): Promise<void> {
  await sql`update imports.import_row set status = ${patch.status}, record_key = ${patch.recordKey},
      record_values = ${patch.values === null ? null : JSON.stringify(patch.values)}, issues = ${JSON.stringify(patch.issues)},
      effect = case when ${patch.status} = 'accepted' then 'new' else null end
    where district = ${district} and import_id = ${importId} and row_no = ${rowNo}`.execute(db);
}

/** Issues of an import by code, most frequent first, with one sentence as an example. */
export async function summariseIssues(db: Db, district: string, importId: string) {
  const { rows } = await sql<{ code: string; severity: RowIssue['severity']; zh: string; en: string; n: number }>`
    select x->>'code' as code, x->>'severity' as severity, min(x->>'zh') as zh, min(x->>'en') as en, count(*) as n
    from imports.import_row r cross join lateral jsonb_array_elements(r.issues) x
    where r.district = ${district} and r.import_id = ${importId} and r.issues is not null
    group by 1, 2 order by count(*) desc limit 50`.execute(db);
  return rows;
}

/** What the applied imports say of these records now, merged field by field. */
export async function mergedValues(
  db: Db,
  district: string,
  recordType: string,
  keys: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ record_key: string; merged: Record<string, unknown> }>`
    select p.record_key, platform.jsonb_merge(p.record_values order by i.commit_seq, p.row_no) as merged
    from imports.import_row p join imports.import i on i.district = p.district and i.id = p.import_id and i.state = 'committed'
    where p.district = ${district} and p.record_type = ${recordType} and p.status = 'accepted' and p.record_key = any(${keys}::text[])
    group by p.record_key`.execute(db);
  return new Map(rows.map((row) => [row.record_key, row.merged]));
}

export interface SourceRow {
  readonly import_id: string;
  readonly row_no: number;
  readonly sheet: number;
  readonly line: number;
  readonly record_type: string;
  readonly record_key: string;
  readonly record_values: Record<string, unknown>;
  readonly file_name: string;
  readonly kind: string;
  readonly sender: string | null;
  readonly mapping: { sheet: string }[];
  readonly committed_at: string;
}

/** Every applied row that speaks of a record, latest first. */
export async function listSourceRows(
  db: Db,
  district: string,
  recordType: string,
  keys: readonly string[],
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select p.import_id, p.row_no, p.sheet, p.line, p.record_type, p.record_key, p.record_values, i.file_name, i.kind, i.sender,
      (select jsonb_agg(jsonb_build_object('sheet', m->>'sheet')) from jsonb_array_elements(i.mapping) m) as mapping, i.committed_at
    from imports.import_row p join imports.import i on i.district = p.district and i.id = p.import_id and i.state = 'committed'
    where p.district = ${district} and p.record_type = ${recordType} and p.status = 'accepted' and p.record_key = any(${keys}::text[])
    order by i.commit_seq desc, p.row_no desc limit 500`.execute(db);
  return rows;
}
