import * as jurisdiction from '@jince/wujiang';
import type { CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { guessSender, mapColumns, type SheetHead } from '../../../platform/imports/recognise/recognise-file.ts';

/** Checks one row as the importer would: columns and sender recognised from its headers. */
export function checkCells(
  kind: ImportKind,
  row: Readonly<Record<string, string>>,
  sender?: string,
): CheckedRow & { sender: string | undefined } {
  const headers = Object.keys(row);
  const head: SheetHead = {
    sheet: '',
    headerLine: 1,
    titleLines: [],
    headers,
    units: [],
    sample: [Object.values(row)],
  };
  const found = sender === undefined ? guessSender(kind, [head]) : kind.senders.find((one) => one.code === sender);
  const cells = new Map<string, string>();
  for (const column of mapColumns(kind, head)) {
    const cell = row[column.header]?.trim();
    if (column.field !== null && cell) cells.set(column.field, cell);
  }
  const checked = kind.check(cells, {
    district: '320509',
    today: '2026-11-22',
    sender: found,
    asOf: undefined,
    sheet: '',
    titleLines: [],
    jurisdiction,
    unitOf: () => undefined,
  });
  return { ...checked, sender: found?.code };
}
