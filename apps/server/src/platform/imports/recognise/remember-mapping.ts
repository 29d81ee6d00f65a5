import type { ImportKind } from '../import-kind.ts';
import { normaliseHeader } from '../readers/header/normalise-header.ts';
import type { RememberedSheet } from '../repositories/import-repository.ts';
import { missingFields, type SheetGuess } from './recognise-file.ts';

const headerKey = (sheet: SheetGuess) => sheet.columns.map((c) => normaliseHeader(c.header).key).join('\u0001');

/** What a person confirmed, in the form that is kept. */
export function toRemembered(sheets: readonly SheetGuess[]): RememberedSheet[] {
  return sheets.map((sheet) => ({
    sheet: sheet.sheet,
    headers: headerKey(sheet),
    included: sheet.included,
    fields: sheet.columns.map((column) => column.field),
  }));
}

/** Puts what was confirmed before in the place of the guess: columns by position, and which sheets take part. */
export function applyRemembered(
  kind: ImportKind,
  sheets: readonly SheetGuess[],
  remembered: readonly RememberedSheet[],
): SheetGuess[] {
  return sheets.map((sheet) => {
    const same = remembered.filter((one) => one.headers === headerKey(sheet));
    const known = same.find((one) => one.sheet === sheet.sheet) ?? same[0];
    if (known === undefined) return sheet;
    const columns = sheet.columns.map((column, i) => ({
      ...column,
      field: known.fields[i] ?? null,
      basis: 'remembered' as const,
      confidence: 1,
    }));
    const complete = missingFields(kind, columns).length === 0;
    return {
      ...sheet,
      columns,
      included: known.included && complete,
      note: known.included || !complete ? sheet.note : '未包含：上次同样的表也没有包含',
    };
  });
}
