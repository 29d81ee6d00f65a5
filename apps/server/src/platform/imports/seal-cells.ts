import { openSecret, sealRepeatably } from '../auth/index.ts';
import type { Services } from '../context/context.ts';
import type { Bilingual } from '../i18n/language.ts';
import type { ImportKind, RecordValues } from './import-kind.ts';

const MARK = 'sealed:';
const USE = 'protected cells of imports';

/** What is shown of a sealed cell. */
export const SEALED: Bilingual = { zh: '已封存', en: 'Sealed' };

type Secret = Pick<Services, 'config'>;
type Fields = readonly (string | null)[];

/** Whether a cell is sealed: of a protected field, or of a column nobody said the meaning of, which may tell the same. */
export function isProtected(kind: ImportKind | undefined, field: string | null): boolean {
  if (kind?.sealed === undefined) return false;
  return field === null || kind.sealed.fields.includes(field);
}

/** The text of a cell, whether it came plain or sealed by this office (rows sent back come again as they were). */
export function openCell({ config }: Secret, kind: ImportKind, text: string): string {
  if (!text.startsWith(MARK)) return text;
  try {
    return openSecret(text.slice(MARK.length), config.secret, kind.kind, USE);
  } catch {
    return text;
  }
}

function sealText({ config }: Secret, kind: ImportKind, text: string): string {
  return text === '' ? '' : `${MARK}${sealRepeatably(text, config.secret, kind.kind, USE)}`;
}

/** Cells as they are kept: those that must be protected sealed. */
export function sealCells(of: Secret, kind: ImportKind, fields: Fields, cells: readonly string[]): string[] {
  return cells.map((text, at) =>
    isProtected(kind, fields[at] ?? null) ? sealText(of, kind, openCell(of, kind, text)) : text,
  );
}

/** Values as they are kept. */
export function sealValues(of: Secret, kind: ImportKind, values: RecordValues): RecordValues {
  const { sealed } = kind;
  if (sealed === undefined) return values;
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      sealed.fields.includes(field) ? sealText(of, kind, JSON.stringify(value)) : value,
    ]),
  );
}

/** A value kept under seal as it was stated, for the module whose records it belongs to; one that came before there were seals as it is. */
export function openValue<T>(of: Secret, kind: ImportKind, value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(openCell(of, kind, value)) : value) as T;
}
