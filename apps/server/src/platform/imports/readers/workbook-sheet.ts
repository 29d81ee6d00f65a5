import { checkColumns } from './check-columns.ts';
import { findHeader, type HeadRow } from './header/find-header.ts';
import { HEAD_ROWS, ROWS_PER_BATCH } from './limits.ts';
import { ReadError } from './read-error.ts';
import { addProblem, columnName, rowProblem } from './row-problem.ts';
import type { RawRow, ReadLimits, SheetSource } from './types.ts';
import type { MergedRange } from './xlsx/merged-cells.ts';
import type { WorkbookRow } from './xlsx/sheet-rows.ts';

export interface WorkbookSheetInput {
  name: string;
  fileName: string;
  limits: ReadLimits;
  knownHeaders: ReadonlySet<string>;
  merges: readonly MergedRange[];
  /** Streams the rows with content from the first, keeping at most `keepColumns` columns. */
  rows(keepColumns: number): AsyncIterable<WorkbookRow[]>;
}

const ALL_COLUMNS = 16_384;
/** A hostile file may list a million merges over the header: beyond these the rest is left alone. */
const MAX_MERGES_PER_ROW = 300;
const MAX_SPREAD_CELLS = 2_000_000;

export type OpenedSheet = { sheet: SheetSource } | { skipped: 'empty' | 'no-table' };

/** Finds the header of a worksheet (any workbook format) and gives its data rows as a stream. */
export async function openWorkbookSheet(input: WorkbookSheetInput): Promise<OpenedSheet> {
  const head = await headRows(input);
  if (head.length === 0) return { skipped: 'empty' };
  const found = findHeader(head, input.knownHeaders);
  if (found === undefined) return { skipped: 'no-table' };
  const columns = found.header.cells.length;
  checkColumns(columns, input.limits, { fileName: input.fileName, sheet: input.name });
  return {
    sheet: {
      name: input.name,
      header: found.header,
      titleLines: found.titleLines,
      rows: () => dataRows(input, found.header.line, columns),
    },
  };
}

async function headRows(input: WorkbookSheetInput): Promise<HeadRow[]> {
  const rows: HeadRow[] = [];
  for await (const batch of input.rows(ALL_COLUMNS)) {
    for (const row of batch) {
      if (row.cells.some((cell) => cell.trim() !== '')) rows.push({ line: row.line, cells: row.cells });
      if (rows.length >= HEAD_ROWS) break;
    }
    if (rows.length >= HEAD_ROWS) break;
  }
  spreadInHead(rows, input.merges);
  return rows;
}

/** Gives every cell of a merged range the value of its first cell, and tells the finder which columns are joined. */
function spreadInHead(rows: HeadRow[], merges: readonly MergedRange[]): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const last = rows.at(-1)?.line ?? 0;
  let budget = MAX_SPREAD_CELLS;
  for (const merge of merges) {
    if (merge.top > last || budget <= 0) break;
    const value = byLine.get(merge.top)?.cells[merge.left] ?? '';
    if (value === '') continue;
    const right = Math.min(merge.right, ALL_COLUMNS - 1);
    for (let line = merge.top; line <= Math.min(merge.bottom, last); line++) {
      const row = byLine.get(line);
      if (row === undefined || (row.merges?.length ?? 0) >= MAX_MERGES_PER_ROW) continue;
      for (let column = row.cells.length; column <= right; column++) row.cells.push('');
      for (let column = merge.left; column <= right; column++) row.cells[column] = value;
      budget -= right - merge.left + 1;
      row.merges ??= [];
      row.merges.push([merge.left, right]);
    }
  }
}

async function* dataRows(input: WorkbookSheetInput, headerLine: number, columns: number): AsyncGenerator<RawRow[]> {
  const { limits } = input;
  const spread = new VerticalMerges(
    input.merges.filter((m) => m.top > headerLine && m.bottom > m.top && m.left < columns),
  );
  let batch: RawRow[] = [];
  let count = 0;
  for await (const rows of input.rows(columns)) {
    for (const row of rows) {
      if (row.line <= headerLine) continue;
      const raw = toRawRow(row, columns, limits);
      if (raw === undefined) continue;
      spread.apply(raw);
      if (++count > limits.maxRows)
        throw new ReadError('file.too-many-rows', { fileName: input.fileName, limit: limits.maxRows });
      batch.push(raw);
      if (batch.length >= ROWS_PER_BATCH) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

function toRawRow(row: WorkbookRow, columns: number, limits: ReadLimits): RawRow | undefined {
  const { cells } = row;
  if (row.problems === undefined && row.extra === undefined && cells.every((cell) => cell.trim() === ''))
    return undefined;
  for (let i = cells.length; i < columns; i++) cells.push('');
  const raw: RawRow = { line: row.line, cells };
  for (const problem of row.problems ?? []) addProblem(raw, problem);
  if (row.extra) {
    // In a workbook columns cannot shift: what stands beside the table is a remark.
    const params = { actual: row.extra.columns, expected: columns, extra: row.extra.text };
    addProblem(raw, rowProblem('row.too-many-cells', params, { severity: 'warning' }));
  }
  for (let i = 0; i < columns; i++) {
    const actual = cells[i]!.length;
    if (actual <= limits.maxCellChars) continue;
    cells[i] = cells[i]!.slice(0, limits.maxCellChars);
    addProblem(
      raw,
      rowProblem('row.cell-too-long', { columnName: columnName(i), actual, limit: limits.maxCellChars }, { column: i }),
    );
  }
  return raw;
}

/** Writes the value of vertically merged cells into the rows they cover, in the first column of the range. */
class VerticalMerges {
  private readonly waiting: readonly MergedRange[];
  private next = 0;
  private active: { column: number; bottom: number; value: string }[] = [];

  constructor(merges: readonly MergedRange[]) {
    this.waiting = merges;
  }

  apply(row: RawRow): void {
    if (this.active.length > 0) {
      this.active = this.active.filter((merge) => merge.bottom >= row.line);
      for (const merge of this.active) if (row.cells[merge.column] === '') row.cells[merge.column] = merge.value;
    }
    for (let merge = this.waiting[this.next]; merge && merge.top <= row.line; merge = this.waiting[++this.next]) {
      // A range whose first row has no content has no value to spread.
      if (merge.top === row.line)
        this.active.push({ column: merge.left, bottom: merge.bottom, value: row.cells[merge.left]! });
    }
  }
}
