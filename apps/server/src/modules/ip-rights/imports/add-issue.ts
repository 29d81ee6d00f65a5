import type { RowIssue } from '../../../platform/imports/import-kind.ts';
import type { RowReader } from '../../../platform/imports/row-reader.ts';

/** Adds one issue, written in one line: code, gravity, field, Chinese, English, and what the cell probably should say. */
export function addIssue(
  reader: RowReader,
  code: string,
  severity: RowIssue['severity'],
  field: string,
  zh: string,
  en: string,
  suggestion?: string,
): void {
  reader.add({ code, severity, field, zh, en, ...(suggestion === undefined ? {} : { suggestion }) });
}
