import { checkUscc, cleanText, identifierProblemText } from '@jince/identifiers';
import type { ImportField } from '../../../platform/imports/import-kind.ts';
import type { RowReader } from '../../../platform/imports/row-reader.ts';
import { nameKeyOf, readWrittenAgency } from '../domain/agency-name.ts';

type FieldRow = readonly [
  name: string,
  zh: string,
  en: string,
  type: ImportField['type'],
  aliases: readonly string[],
  required?: true,
];

/** Fields from a table, one line each. */
export function fieldsOf(rows: readonly FieldRow[]): ImportField[] {
  return rows.map(([name, zh, en, type, aliases, required]) => ({
    name,
    label: { zh, en },
    type,
    aliases,
    ...(required ? { required } : {}),
  }));
}

/** How lists head the columns that name an agency. */
export const AGENCY_COLUMNS: readonly FieldRow[] = [
  [
    'agency',
    '机构名称',
    'Agency',
    'text',
    [
      '代理机构名称',
      '代理机构',
      '专利代理机构',
      '专利代理机构名称',
      '所在机构',
      '执业机构',
      '单位名称',
      '商标代理机构名称',
      '名称',
    ],
    true,
  ],
  [
    'agencyCode',
    '机构代码',
    'Agency code',
    'identifier',
    ['代理机构代码', '专利代理机构代码', '机构编码', '所在机构代码'],
  ],
  ['uscc', '统一社会信用代码', 'Unified code', 'identifier', ['社会信用代码', '信用代码', 'USCC']],
];

export interface NamedInRow {
  readonly written: string;
  readonly name: string;
  readonly agencyCode: string | undefined;
  readonly uscc: string | undefined;
  /** What keys of records name the agency by. */
  readonly ref: string;
}

function add(
  reader: RowReader,
  severity: 'warning' | 'refused',
  field: string,
  code: string,
  zh: string,
  en: string,
): void {
  reader.add({ code, severity, field, zh, en });
}

function readUscc(reader: RowReader): string | undefined {
  const text = reader.text('uscc');
  if (text === undefined) return undefined;
  const checked = checkUscc(text);
  if (checked.ok) return checked.value;
  add(
    reader,
    'warning',
    'uscc',
    'uscc.check',
    `统一社会信用代码“${text}”${identifierProblemText(checked.problem, 'zh')}，不用于认定机构`,
    `Unified code "${text}": ${identifierProblemText(checked.problem, 'en')}; it does not tell the agency`,
  );
  return undefined;
}

function readCode(reader: RowReader): string | undefined {
  const text = reader.text('agencyCode')?.replace(/\s/g, '');
  if (text === undefined) return undefined;
  if (/^\d{5}$/.test(text)) return text;
  add(
    reader,
    'warning',
    'agencyCode',
    'agency-code.format',
    `机构代码“${text}”不是五位数字，未采用`,
    `Agency code "${text}" is not five digits and was left out`,
  );
  return undefined;
}

/** The agency a row names; undefined, and the row refused, when it names none. */
export function readAgency(reader: RowReader): NamedInRow | undefined {
  const cell = reader.text('agency');
  if (cell === undefined) {
    add(reader, 'refused', 'agency', 'agency.missing', '没有机构名称', 'The agency is missing');
    return undefined;
  }
  const written = cleanText(cell);
  const { name, code } = readWrittenAgency(written);
  const uscc = readUscc(reader);
  const agencyCode = readCode(reader) ?? code;
  return { written, name, agencyCode, uscc, ref: agencyCode ?? uscc ?? nameKeyOf(name) };
}

/** A text as written, without stray blanks; undefined when the cell says nothing. */
export function tidy(reader: RowReader, field: string): string | undefined {
  return reader.text(field)?.trim().replace(/\s+/g, ' ');
}

/** Whether a row must be left out. */
export const isRefused = (reader: RowReader): boolean => reader.issues.some((issue) => issue.severity === 'refused');
