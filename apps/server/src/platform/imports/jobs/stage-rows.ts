import { once } from 'node:events';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Services } from '../../context/context.ts';
import type { CheckContext, ImportKind, RowIssue } from '../import-kind.ts';
import type { RawRow, TableSource } from '../readers/index.ts';
import type { SheetGuess } from '../recognise/recognise-file.ts';
import { openCell, sealCells, sealValues } from '../seal-cells.ts';

/** Text form of COPY: JSON never holds raw tabs or line ends, so only the backslash needs care. */
const copyText = (text: string) => text.replaceAll('\\', '\\\\');

function issuesOfReading(row: RawRow): RowIssue[] {
  return [row.problem, ...(row.moreProblems ?? [])]
    .filter((problem) => problem !== undefined)
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity === 'error' ? ('refused' as const) : ('warning' as const),
      zh: problem.message.zh,
      en: problem.message.en,
    }));
}

const RANK = { warning: 0, doubtful: 1, refused: 2 } as const;

/** accepted, doubtful or refused: the gravest issue decides. */
export function statusOf(issues: readonly RowIssue[]): 'accepted' | 'doubtful' | 'refused' {
  const worst = issues.reduce((max, issue) => Math.max(max, RANK[issue.severity]), 0);
  return worst === 2 ? 'refused' : worst === 1 ? 'doubtful' : 'accepted';
}

export interface RowJudgement {
  readonly status: 'accepted' | 'doubtful' | 'refused';
  readonly recordKey: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly issues: readonly RowIssue[];
}

/** Runs a kind's check over one row. `fields[i]` is the field column i feeds, null when it is left out. */
export function judgeRow(
  kind: ImportKind,
  fields: readonly (string | null)[],
  row: RawRow,
  context: CheckContext,
): RowJudgement {
  const reading = issuesOfReading(row);
  if (reading.some((issue) => issue.severity === 'refused'))
    return { status: 'refused', recordKey: undefined, values: {}, issues: reading };
  const cells = new Map<string, string>();
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    const cell = row.cells[i];
    if (field === null || field === undefined || cell === undefined) continue;
    const text = cell.replaceAll('\u0000', '').toWellFormed().trim();
    if (text !== '') cells.set(field, text);
  }
  const checked = kind.check(cells, context);
  const issues = reading.length === 0 ? checked.issues : [...reading, ...checked.issues];
  const status = checked.recordKey === undefined ? 'refused' : statusOf(issues);
  return { status, recordKey: checked.recordKey, values: checked.values, issues };
}

/** The judgement of a row as it was given, with what is kept of it. */
function judgeSealed(
  services: Pick<Services, 'config'>,
  kind: ImportKind,
  fields: readonly (string | null)[],
  row: RawRow,
  context: CheckContext,
): { readonly judged: RowJudgement; readonly cells: readonly string[] } {
  if (kind.sealed === undefined) return { judged: judgeRow(kind, fields, row, context), cells: row.cells };
  const given = { ...row, cells: row.cells.map((text) => openCell(services, kind, text)) };
  const judged = judgeRow(kind, fields, given, context);
  return {
    judged: { ...judged, values: sealValues(services, kind, judged.values) },
    cells: sealCells(services, kind, fields, given.cells),
  };
}

export interface Staged {
  readonly rows: number;
  readonly repeated: boolean;
}

const ANALYSE_FROM = 500;
/** The columns the comparisons join and filter by; the wide ones are left out. */
const PLANNED_BY = 'district, import_id, record_type, record_key, status, effect';

const MOST_KEYS = 3_000_000;

/** Whether a key came twice, by 53-bit hashes; with very many keys it says so without knowing. */
class KeySet {
  readonly #hashes = new Set<number>();
  repeated = false;
  add(key: string): void {
    if (this.repeated) return;
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b) + (low >>> 15);
    }
    const hash = (low >>> 0) * 0x200000 + ((high >>> 0) & 0x1fffff);
    this.repeated = this.#hashes.has(hash) || this.#hashes.size >= MOST_KEYS;
    if (this.repeated) this.#hashes.clear();
    else this.#hashes.add(hash);
  }
}

export interface StageOptions {
  readonly pool: Pool;
  readonly district: string;
  readonly importId: string;
  readonly kind: ImportKind;
  /** Whose secret seals what must be protected. */
  readonly services: Pick<Services, 'config'>;
  readonly mapping: readonly SheetGuess[];
  readonly contextOf: (sheet: SheetGuess) => CheckContext;
  /** Called after each batch with the rows so far; throws to stop. */
  readonly onBatch: (rows: number) => Promise<void>;
}

/**
 * Reads the file once and copies every row, with what it says and what is wrong with it, into the staging table.
 * All or nothing: an error or a killed process leaves no row. Memory does not grow with the file.
 * @returns what was staged; `repeated` is false only when no record stands in two rows
 */
export async function stageRows(source: TableSource, options: StageOptions): Promise<Staged> {
  const { kind, district, importId } = options;
  const keys = new KeySet();
  const bySheet = new Map(options.mapping.map((sheet, index) => [sheet.sheet, { sheet, index }]));
  const client = await options.pool.connect();
  let rowNo = 0;
  try {
    await client.query('begin');
    await client.query('delete from imports.import_row where district = $1 and import_id = $2', [district, importId]);
    const copy = client.query(
      copyFrom(
        'copy imports.import_row (district, import_id, row_no, sheet, line, status, effect, record_type, record_key, record_values, issues, raw) from stdin',
      ),
    );
    let failure: Error | undefined;
    copy.on('error', (error) => {
      failure = error;
    });
    const prefix = `${district}\t${importId}\t`;
    for await (const sheet of source.sheets()) {
      const mapped = bySheet.get(sheet.name);
      if (mapped === undefined || !mapped.sheet.included) continue;
      const fields = mapped.sheet.columns.map((column) => column.field);
      const context = options.contextOf(mapped.sheet);
      for await (const batch of sheet.rows()) {
        let text = '';
        for (const row of batch) {
          rowNo += 1;
          const { judged, cells } = judgeSealed(options.services, kind, fields, row, context);
          const issues = judged.issues.length === 0 ? '\\N' : copyText(JSON.stringify(judged.issues));
          if (judged.recordKey !== undefined && judged.status !== 'refused') keys.add(judged.recordKey);
          const known = judged.recordKey !== undefined;
          text +=
            `${prefix}${rowNo}\t${mapped.index}\t${row.line}\t${judged.status}\t${judged.status === 'refused' ? '\\N' : 'new'}\t${kind.recordType.type}\t` +
            `${known ? copyText(judged.recordKey.replace(/[\t\n\r]/g, ' ')) : '\\N'}\t${known ? copyText(JSON.stringify(judged.values)) : '\\N'}\t${issues}\t${copyText(JSON.stringify(cells).replaceAll('\\u0000', ''))}\n`;
        }
        if (failure !== undefined) throw failure;
        // `once` rejects on an error of the stream and leaves no listener behind, whichever comes.
        if (!copy.write(text)) await once(copy, 'drain');
        await options.onBatch(rowNo);
      }
    }
    if (failure !== undefined) throw failure;
    copy.end();
    await once(copy, 'finish');
    // Fresh rows have no statistics, and without them the comparisons that follow are planned as loops within loops.
    if (rowNo >= ANALYSE_FROM) await client.query(`analyze imports.import_row (${PLANNED_BY})`);
    await client.query('commit');
    client.release();
    return { rows: rowNo, repeated: keys.repeated };
  } catch (error) {
    // The connection may be in the middle of COPY: it is closed, which rolls back.
    client.release(true);
    throw error;
  }
}
