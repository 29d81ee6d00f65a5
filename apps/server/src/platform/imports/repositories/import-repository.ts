import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { KindGuess, SheetGuess } from '../recognise/recognise-file.ts';

export type ImportState =
  | 'uploaded'
  | 'recognised'
  | 'reading'
  | 'previewed'
  | 'committing'
  | 'committed'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed';

export interface ImportRecord {
  readonly id: string;
  readonly number: number;
  readonly file_name: string;
  readonly sha256: string;
  readonly file_size: number;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly kind: string | null;
  readonly sender: string | null;
  readonly as_of: string | null;
  readonly mapping: SheetGuess[];
  readonly kind_guesses: KindGuess[];
  readonly state: ImportState;
  readonly counts: Partial<Record<string, number>>;
  readonly notice: string | null;
  readonly undo_report: { removed: number; restored: number; keptFields: number } | null;
  readonly job_id: string | null;
  readonly uploaded_by: string | null;
  readonly uploaded_by_name: string;
  readonly uploaded_at: string;
  readonly commit_seq: number | null;
  readonly committed_at: string | null;
  readonly undone_at: string | null;
}

const COLUMNS = sql`id, number, file_name, sha256, file_size, format, encoding, kind, sender, as_of, mapping, kind_guesses, state, counts,
  notice, undo_report, job_id, uploaded_by, uploaded_by_name, uploaded_at, commit_seq, committed_at, undone_at`;

export async function findImport(
  db: Db,
  district: string,
  id: string,
  lock = false,
): Promise<ImportRecord | undefined> {
  const { rows } =
    await sql<ImportRecord>`select ${COLUMNS} from imports.import where district = ${district} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export async function insertImport(
  db: Db,
  row: {
    district: string;
    id: string;
    fileName: string;
    sha256: string;
    fileSize: number;
    kind: string | null;
    sender: string | null;
    asOf: string | null;
    uploadedBy: string | null;
    uploadedByName: string;
    notice: string | null;
  },
): Promise<void> {
  await sql`insert into imports.import (district, id, number, file_name, sha256, file_size, kind, sender, as_of, state, uploaded_by, uploaded_by_name, notice)
    values (${row.district}, ${row.id}, nextval('imports.import_number'), ${row.fileName}, ${row.sha256}, ${row.fileSize}, ${row.kind}, ${row.sender},
      ${row.asOf}, 'uploaded', ${row.uploadedBy}, ${row.uploadedByName}, ${row.notice})`.execute(db);
}

/** Other imports of the same bytes that are applied or under way. */
export async function listSameFile(db: Db, district: string, sha256: string, except: string): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`select ${COLUMNS} from imports.import
    where district = ${district} and sha256 = ${sha256} and id <> ${except} and state not in ('cancelled', 'failed', 'undone')
    order by uploaded_at`.execute(db);
  return rows;
}

export interface ImportPatch {
  readonly state?: ImportState;
  readonly kind?: string | null;
  readonly sender?: string | null;
  readonly asOf?: string | null;
  readonly format?: string | null;
  readonly encoding?: string | null;
  readonly mapping?: readonly SheetGuess[];
  readonly kindGuesses?: readonly KindGuess[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly notice?: string | null;
  readonly jobId?: string;
  readonly undoReport?: { removed: number; restored: number; keptFields: number };
}

function assignments(patch: ImportPatch) {
  return [
    patch.state === undefined ? undefined : sql`state = ${patch.state}`,
    patch.kind === undefined ? undefined : sql`kind = ${patch.kind}`,
    patch.sender === undefined ? undefined : sql`sender = ${patch.sender}`,
    patch.asOf === undefined ? undefined : sql`as_of = ${patch.asOf}`,
    patch.format === undefined ? undefined : sql`format = ${patch.format}`,
    patch.encoding === undefined ? undefined : sql`encoding = ${patch.encoding}`,
    patch.mapping === undefined ? undefined : sql`mapping = ${JSON.stringify(patch.mapping)}`,
    patch.kindGuesses === undefined ? undefined : sql`kind_guesses = ${JSON.stringify(patch.kindGuesses)}`,
    patch.counts === undefined ? undefined : sql`counts = ${JSON.stringify(patch.counts)}`,
    patch.notice === undefined ? undefined : sql`notice = ${patch.notice}`,
    patch.jobId === undefined ? undefined : sql`job_id = ${patch.jobId}`,
    patch.undoReport === undefined ? undefined : sql`undo_report = ${JSON.stringify(patch.undoReport)}`,
  ].filter((part) => part !== undefined);
}

/** Changes what is given and leaves the rest. */
export async function updateImport(db: Db, district: string, id: string, patch: ImportPatch): Promise<void> {
  const sets = assignments(patch);
  if (sets.length === 0) return;
  await sql`update imports.import set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(db);
}

/** Changes the state only if it is still one of `from`; false when somebody has moved it on in the meantime. */
export async function moveImport(
  db: Db,
  district: string,
  id: string,
  from: readonly ImportState[],
  patch: ImportPatch & { state: ImportState },
): Promise<boolean> {
  const { rows } = await sql`update imports.import set ${sql.join(assignments(patch))}
    where district = ${district} and id = ${id} and state = any(${from}::text[]) returning id`.execute(db);
  return rows.length > 0;
}

export async function listImportRecords(
  db: Db,
  district: string,
  filter: {
    states?: string[] | undefined;
    kinds?: string[] | undefined;
    q?: string | undefined;
    limit: number;
    offset: number;
  },
): Promise<{ rows: ImportRecord[]; total: number }> {
  const like = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql`district = ${district}
    and (${filter.states ?? null}::text[] is null or state = any(${filter.states ?? null}::text[]))
    and (${filter.kinds ?? null}::text[] is null or kind = any(${filter.kinds ?? null}::text[]))
    and (${like}::text is null or file_name ilike ${like})`;
  const { rows } = await sql<ImportRecord>`select ${COLUMNS} from imports.import where ${where}
    order by uploaded_at desc, number desc limit ${filter.limit} offset ${filter.offset}`.execute(db);
  const count = await sql<{ n: number }>`select count(*) as n from imports.import where ${where}`.execute(db);
  return { rows, total: count.rows[0]?.n ?? 0 };
}

/** What a person confirmed for one sheet: known again by its headers, and by its name where several have the same. */
export interface RememberedSheet {
  readonly sheet: string;
  /** Normalised headers in order, joined. */
  readonly headers: string;
  readonly included: boolean;
  /** Field of each column by position; null = left out. */
  readonly fields: readonly (string | null)[];
}

export interface RememberedMapping {
  readonly kind: string;
  readonly sender: string | null;
  readonly sheets: readonly RememberedSheet[];
}

export async function findRememberedMapping(
  db: Db,
  district: string,
  fingerprint: string,
): Promise<RememberedMapping | undefined> {
  const { rows } = await sql<RememberedMapping>`select kind, sender, sheets from imports.remembered_mapping
    where district = ${district} and fingerprint = ${fingerprint}`.execute(db);
  return rows[0];
}

export async function rememberMapping(
  db: Db,
  district: string,
  fingerprint: string,
  mapping: RememberedMapping,
): Promise<void> {
  await sql`insert into imports.remembered_mapping (district, fingerprint, kind, sender, sheets)
    values (${district}, ${fingerprint}, ${mapping.kind}, ${mapping.sender}, ${JSON.stringify(mapping.sheets)})
    on conflict (district, fingerprint) do update set kind = excluded.kind, sender = excluded.sender, sheets = excluded.sheets,
      used = imports.remembered_mapping.used + 1, updated_at = now()`.execute(db);
}
