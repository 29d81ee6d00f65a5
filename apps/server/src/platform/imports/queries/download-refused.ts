import { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import type { Ctx } from '../../context/context.ts';
import type { FileAnswer } from '../../module.ts';
import { listRows } from '../repositories/row-repository.ts';
import { getImportRecord } from './show-import.ts';

export const REASON_HEADER = '退回原因';
const LINE_HEADER = '原文件行号';
const BATCH = 2000;

/** Rows that did not go in, under their own headers, with the reason: to be corrected and uploaded again. */
export async function downloadRefused(ctx: Ctx, id: string): Promise<FileAnswer> {
  const record = await getImportRecord(ctx, id);
  const content = new PassThrough();
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: content, useStyles: true });
  const write = async () => {
    for (const [index, sheet] of record.mapping.entries()) {
      if (!sheet.included) continue;
      const page = workbook.addWorksheet(
        (sheet.sheet || '退回行').replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) || `表${index + 1}`,
      );
      page.addRow([...sheet.columns.map((column) => column.header), REASON_HEADER, LINE_HEADER]).commit();
      for (let offset = 0; ; offset += BATCH) {
        const { rows } = await listRows(
          ctx.db,
          ctx.district,
          id,
          { status: ['refused', 'doubtful'] },
          { limit: BATCH, offset },
        );
        for (const row of rows) {
          if (row.sheet !== index) continue;
          const cells = JSON.parse(row.raw) as string[];
          const padded = sheet.columns.map((_, i) => cells[i] ?? '');
          const reasons = (row.issues ?? [])
            .filter((issue) => issue.severity !== 'warning')
            .map((issue) => issue[ctx.language]);
          page.addRow([...padded, reasons.join('；'), row.line]).commit();
        }
        if (rows.length < BATCH) break;
      }
      page.commit();
    }
    await workbook.commit();
  };
  write().catch((error: unknown) => content.destroy(error as Error));
  return {
    fileName: `${record.file_name.replace(/\.[^.]+$/, '')}-退回行.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
  };
}
