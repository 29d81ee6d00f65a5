import { openTable } from '../open-table.ts';
import type { OpenOptions, RawRow, SheetSource, SourceNote, TableSource } from '../types.ts';

export interface ReadSheet {
  sheet: SheetSource;
  rows: RawRow[];
  cells: string[][];
}

export interface ReadFile {
  table: TableSource;
  sheets: ReadSheet[];
  notes: readonly SourceNote[];
}

const KNOWN = new Set(['申请号', '申请日', '发明名称', '申请人', '企业名称', '统一社会信用代码', '镇']);

/** Reads a file whole, for tests. */
export async function readAll(path: string, options: Partial<OpenOptions> = {}): Promise<ReadFile> {
  const table = await openTable(path, { fileName: path.split('/').at(-1)!, knownHeaders: KNOWN, ...options });
  try {
    const sheets: ReadSheet[] = [];
    for await (const sheet of table.sheets()) {
      const rows: RawRow[] = [];
      for await (const batch of sheet.rows()) rows.push(...batch);
      sheets.push({ sheet, rows, cells: rows.map((row) => row.cells) });
    }
    return { table, sheets, notes: table.notes };
  } finally {
    await table.close();
  }
}
