import { Readable } from 'node:stream';
import type { FileAnswer } from '../module.ts';
import { answerWorkbook, type WorkbookCells, type WorkbookOrder } from './answer-workbook.ts';

export type TableFormat = 'xlsx' | 'csv';

/** Programs that open the file must not take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

function writeCell(cell: string | number): string {
  const text = String(cell);
  const safe = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const writeLine = (cells: WorkbookCells): string => `${cells.map(writeCell).join(',')}\r\n`;

async function* csvOf({ headers, batches }: WorkbookOrder): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${writeLine(headers)}`);
  for await (const batch of batches) if (batch.length > 0) yield Buffer.from(batch.map(writeLine).join(''));
}

/** The table as a workbook or as UTF-8 csv (RFC 4180, with a mark of order; without the lines above the header). */
export function answerTable(order: WorkbookOrder, format: TableFormat): FileAnswer {
  if (format === 'xlsx') return answerWorkbook(order);
  return {
    fileName: `${order.fileName}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from(csvOf(order)),
  };
}

const BATCH = 500;

/** Every row of a list that is read page by page, as cells: what is exported is what the list shows. */
export async function* rowsOfPages<Row>(
  read: (page: { readonly page: number; readonly pageSize: number }) => Promise<{ readonly items: readonly Row[] }>,
  cells: (row: Row) => WorkbookCells,
): AsyncGenerator<WorkbookCells[]> {
  for (let page = 1; ; page++) {
    const { items } = await read({ page, pageSize: BATCH });
    yield items.map(cells);
    if (items.length < BATCH) return;
  }
}
