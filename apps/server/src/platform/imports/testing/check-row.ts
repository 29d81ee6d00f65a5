import * as jurisdiction from '@jince/wujiang';
import type { CheckContext, CheckedRow, ImportKind } from '../import-kind.ts';
import { normaliseHeader } from '../readers/header/normalise-header.ts';
import { mapColumns } from '../recognise/recognise-file.ts';

/** Checks one row as the importer would: columns by their headers, units from the headers. */
export function checkRow(
  kind: ImportKind,
  row: Readonly<Record<string, string>>,
  over: Partial<CheckContext> = {},
): CheckedRow {
  const headers = Object.keys(row);
  const units = headers.map((header) => normaliseHeader(header).unit);
  const columns = mapColumns(kind, { sheet: '', headerLine: 1, titleLines: [], headers, units, sample: [] });
  const cells = new Map<string, string>();
  for (const column of columns) {
    const cell = row[column.header]?.trim();
    if (column.field !== null && cell) cells.set(column.field, cell);
  }
  return kind.check(cells, {
    district: '320509',
    today: '2026-11-22',
    sender: undefined,
    asOf: undefined,
    sheet: '',
    titleLines: [],
    jurisdiction,
    unitOf: (field) => units[columns.findIndex((column) => column.field === field)],
    ...over,
  });
}
