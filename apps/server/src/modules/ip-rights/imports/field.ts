import type { ImportField } from '../../../platform/imports/import-kind.ts';

export type FieldRow = readonly [
  name: string,
  zh: string,
  en: string,
  type: ImportField['type'],
  aliases: readonly string[],
  required?: true,
];

/** Fields from a table: one line each, so that the aliases can be read like the header they come from. */
export function importFields(rows: readonly FieldRow[]): ImportField[] {
  return rows.map(([name, zh, en, type, aliases, required]) => ({
    name,
    label: { zh, en },
    type,
    aliases,
    ...(required ? { required } : {}),
  }));
}
