/** Reads a workbook that has to be held in memory (BIFF, HTML, Excel 2003 XML), away from the main thread and its heap. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import { rowProblem } from '../row-problem.ts';
import { detectEncoding } from '../text/detect-encoding.ts';
import type { RowProblem } from '../types.ts';
import { numberFormat } from '../xlsx/number-format.ts';
import { cellName, numberText } from '../xlsx/number-text.ts';
import type { WorkbookRow } from '../xlsx/sheet-rows.ts';
import type { XlsJob, XlsReply, XlsRequest, XlsSheetInfo } from './xls-messages.ts';

const ROWS_PER_REPLY = 1000;
const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const port = parentPort!;
const reply = (message: XlsReply) => port.postMessage(message);

function readWorkbook(job: XlsJob): XLSX.WorkBook | undefined {
  const bytes = readFileSync(job.path);
  const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, raw: true, cellDates: false } as const;
  try {
    if (job.content === 'biff') {
      const streams = XLSX.CFB.read(bytes, { type: 'buffer' }).FullPaths.map((path: string) =>
        path.replace(/^.*\/(?=.)/, '').toLowerCase(),
      );
      if (streams.includes('encryptedpackage') || streams.includes('encryptioninfo')) return fail('password', '');
      if (streams.includes('worddocument') || streams.includes('powerpoint document')) return fail('word', '');
      return XLSX.read(bytes, { ...options, type: 'buffer' });
    }
    const detected = detectEncoding(bytes);
    if (detected === undefined) return fail('encoding', '');
    const text = new TextDecoder(detected.encoding).decode(bytes);
    // A page that only says that the session has ended, saved as the export it should have been.
    if (!/<(?:table|[a-z]+:table|workbook|[a-z]+:workbook)\b/i.test(text)) return fail('no-table', '');
    return XLSX.read(text, { ...options, type: 'string' });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail(/password|encrypt/i.test(detail) ? 'password' : 'corrupt', detail.slice(0, 120));
  }
}

function fail(reason: Extract<XlsReply, { kind: 'failed' }>['reason'], detail: string): undefined {
  reply({ kind: 'failed', reason, detail });
  return undefined;
}

function describe(book: XLSX.WorkBook): XlsSheetInfo[] {
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name];
    const merges = (sheet?.['!merges'] ?? []).map((m) => ({
      top: m.s.r + 1,
      bottom: m.e.r + 1,
      left: m.s.c,
      right: m.e.c,
    }));
    merges.sort((a, b) => a.top - b.top);
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    return { name, hidden, cells: sheet !== undefined && (sheet['!type'] ?? 'sheet') === 'sheet', merges };
  });
}

function rowsOf(book: XLSX.WorkBook, request: XlsRequest): XlsReply {
  const sheet = book.Sheets[book.SheetNames[request.sheet]!];
  const data: (XLSX.CellObject | undefined)[][] = sheet?.['!data'] ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const rows: WorkbookRow[] = [];
  let index = request.from;
  for (; index < data.length && rows.length < ROWS_PER_REPLY; index++) {
    const row = toRow(data[index] ?? [], index + 1, request.keepColumns, date1904);
    if (row.cells.length > 0 || row.problems || row.extra) rows.push(row);
  }
  return { kind: 'rows', id: request.id, rows, next: index < data.length ? index : undefined };
}

function toRow(
  cells: (XLSX.CellObject | undefined)[],
  line: number,
  keepColumns: number,
  date1904: boolean,
): WorkbookRow {
  const row: WorkbookRow = { line, cells: [] };
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const text = cellText(cell, row, { line, column, date1904 });
    if (text === '') continue;
    if (column >= keepColumns) {
      if (text.trim() !== '') row.extra = { text: row.extra?.text ?? text.slice(0, 60), columns: column + 1 };
      continue;
    }
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  }
  return row;
}

function cellText(
  cell: XLSX.CellObject,
  row: WorkbookRow,
  at: { line: number; column: number; date1904: boolean },
): string {
  switch (cell.t) {
    case 'n': {
      const format = cell.z === undefined ? 'general' : numberFormat(-1, String(cell.z));
      const { text, problem } = numberText(String(cell.v), format, at);
      if (problem) report(row, problem);
      return text;
    }
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE';
    case 'e': {
      const value = ERRORS[Number(cell.v)] ?? '#?';
      report(row, rowProblem('row.error-value', { cell: cellName(at), value }, { column: at.column }));
      return '';
    }
    case 's':
      return String(cell.v ?? '').replace(/\r\n?/g, '\n');
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().replace('T00:00:00.000Z', '') : String(cell.v ?? '');
    default:
      return '';
  }
}

function report(row: WorkbookRow, problem: RowProblem): void {
  row.problems ??= [];
  if (row.problems.length < 20) row.problems.push(problem);
}

const book = readWorkbook(workerData as XlsJob);
if (book) {
  port.on('message', (request: XlsRequest) => reply(rowsOf(book, request)));
  reply({ kind: 'sheets', sheets: describe(book) });
}
