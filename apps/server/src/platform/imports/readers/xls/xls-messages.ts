import type { MergedRange } from '../xlsx/merged-cells.ts';
import type { WorkbookRow } from '../xlsx/sheet-rows.ts';

export interface XlsJob {
  path: string;
  /** `text`: HTML or an Excel 2003 XML workbook; its encoding is found here. */
  content: 'biff' | 'text';
}

export interface XlsSheetInfo {
  name: string;
  hidden: boolean;
  cells: boolean;
  merges: MergedRange[];
}

/** Asks for rows of a sheet from an index on. */
export interface XlsRequest {
  id: number;
  sheet: number;
  from: number;
  keepColumns: number;
}

export type XlsReply =
  | { kind: 'sheets'; sheets: XlsSheetInfo[] }
  | { kind: 'rows'; id: number; rows: WorkbookRow[]; next: number | undefined }
  | { kind: 'failed'; reason: 'password' | 'word' | 'corrupt' | 'encoding' | 'no-table'; detail: string };
