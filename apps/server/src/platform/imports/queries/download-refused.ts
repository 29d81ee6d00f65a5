import { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import type { Ctx } from '../../context/context.ts';
import type { FileAnswer } from '../../module.ts';
import { listHeldSheets, listRows } from '../repositories/row-repository.ts';
import { getImportRecord } from './show-import.ts';

export const REASON_HEADER = '退回原因';
const LINE_HEADER = '原文件行号';
const BATCH = 2000;

/** A page name Excel takes: no special characters, at most 31 letters, none twice. */
function pageName(sheet: string, taken: Set<string>): string {
  const plain =
    sheet
      .replace(/[\\/*?:[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || '退回行';
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`;
    const name = `${plain.slice(0, 31 - suffix.length)}${suffix}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Rows that did not go in, under their own headers, with the reason: to be corrected and uploaded again. */
export async function downloadRefused(ctx: Ctx, id: string): Promise<FileAnswer> {
  const record = await getImportRecord(ctx, id);
  const content = new PassThrough();
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: content, useStyles: true });
  const write = async () => {
    const names = new Set<string>();
    for (const index of await listHeldSheets(ctx.db, ctx.district, id)) {
      const sheet = record.mapping[index];
      if (sheet === undefined) continue;
      const page = workbook.addWorksheet(pageName(sheet.sheet, names));
      page.addRow([...sheet.columns.map((column) => column.header), REASON_HEADER, LINE_HEADER]).commit();
      for (let offset = 0; ; offset += BATCH) {
        const { rows } = await listRows(
          ctx.db,
          ctx.district,
          id,
          { status: ['refused', 'doubtful'], sheet: index },
          { limit: BATCH, offset },
        );
        for (const row of rows) {
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
    if (names.size === 0) workbook.addWorksheet('退回行').commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => content.destroy(error as Error));
  return {
    fileName: `${record.file_name.replace(/\.[^.]+$/, '')}-退回行.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
  };
}
