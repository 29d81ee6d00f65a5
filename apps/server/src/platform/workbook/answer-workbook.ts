import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import type { FileAnswer } from '../module.ts';

export type WorkbookCells = readonly (string | number)[];

export interface WorkbookOrder {
  /** Name of the file without ending. */
  readonly fileName: string;
  readonly sheet: string;
  /** Lines above the header: what the list is, of which day, by which filter. */
  readonly heading: readonly string[];
  readonly headers: readonly string[];
  readonly batches: AsyncIterable<readonly WorkbookCells[]>;
}

/** A download that is written as its rows come: memory does not grow with the list. */
export function answerWorkbook(order: WorkbookOrder): FileAnswer {
  const content = new PassThrough();
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: content });
  const write = async () => {
    const page = workbook.addWorksheet(order.sheet);
    for (const line of order.heading) page.addRow([line]).commit();
    const header = page.addRow([...order.headers]);
    header.font = { bold: true };
    header.commit();
    for await (const batch of order.batches) {
      for (const cells of batch) page.addRow([...cells]).commit();
      // A reader that is slower than we are must not make the whole workbook wait in memory.
      if (content.writableNeedDrain) await Promise.race([once(content, 'drain'), once(content, 'close')]);
      if (content.destroyed) return;
    }
    page.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => content.destroy(error as Error));
  return {
    fileName: `${order.fileName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
  };
}
