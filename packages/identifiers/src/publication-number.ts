import type { PatentKind } from './patent-application-number.ts';
import { failure, type IdentifierResult, looksLikeSpreadsheetNumber } from './result.ts';
import { compactCode } from './text.ts';

/** Which document of a procedure a Chinese publication is (ZC 0007-2004 and its change of 2010). */
export type PublicationDocument =
  | 'application'
  | 'examined-announcement'
  | 'grant'
  | 'correction'
  | 'partial-invalidation';

export type PublicationNumberDetails = {
  /** Two letters of WIPO ST.3. */
  country: string;
  /** Digits and letters between country and kind, without separators. */
  number: string;
  /** `A`, `B1`…, undefined when the source left it out. */
  kind: string | undefined;
  /** Chinese documents only. */
  type?: PatentKind;
  document?: PublicationDocument;
  /** Chinese documents only: whether the document proves a grant; undefined when the kind is missing. */
  granted?: boolean;
};

type KindRow = { type: PatentKind; document: PublicationDocument; granted: boolean };

const TYPE_OF_FIRST_DIGIT: Readonly<Record<string, PatentKind>> = { 1: 'invention', 2: 'utility', 3: 'design' };
const GRANT_LETTERS: Readonly<Record<string, PatentKind>> = {
  B: 'invention',
  C: 'invention',
  U: 'utility',
  Y: 'utility',
  S: 'design',
  D: 'design',
};
const KIND_PATTERN = /^(?:A[89]?|B[89]?|U[89]?|S[1-79]?|C[1-7]?|Y[1-7]?|D[1-9]?)$/;

/**
 * Parses a publication or foreign application number. Chinese: 7 digits (8 before 1989), 9 since 2007-08, kind as in
 * ZC 0007. Foreign numbers are read leniently: country, number, kind with any separators (`AT 399980 B`,
 * `US9807726B1`, `WO 2021/123456 A1`, `JP H01-123456 A`). `value` has no separators.
 */
export function parsePublicationNumber(input: string): IdentifierResult<PublicationNumberDetails> {
  const compact = compactCode(input);
  if (compact === '') return failure(compact, 'empty');
  if (looksLikeSpreadsheetNumber(compact)) return failure(compact, 'spreadsheet-number');
  const value = compact.replace(/[^0-9A-Z]/g, '');
  if (value.startsWith('CN')) return parseChinese(value);
  return parseForeign(value, input);
}

function parseChinese(value: string): IdentifierResult<PublicationNumberDetails> {
  const match = /^CN(\d+)([A-Z]\d?)?$/.exec(value);
  if (!match) return failure(value, 'format');
  const number = match[1]!;
  const kind = match[2];
  if (!/^(?:[123]\d{8}|[123]\d{6}|8[5-9][123]\d{5})$/.test(number)) {
    return failure(value, [7, 8, 9].includes(number.length) ? 'type-digit' : 'length');
  }
  const parts = { country: 'CN', number, kind };
  const type = TYPE_OF_FIRST_DIGIT[number.length === 8 ? number[2]! : number[0]!]!;
  if (!kind) return { ok: true, value, ...parts, type };
  const row = kindRow(kind, number.length === 9);
  if (!row || row.type !== type) return { ...failure(value, 'kind-code'), ...parts, type };
  return { ok: true, value, ...parts, ...row };
}

/** Until 1992 B, U and S were announcements before grant; their numbers have seven or eight digits. */
function kindRow(kind: string, nineDigits: boolean): KindRow | undefined {
  if (!KIND_PATTERN.test(kind)) return undefined;
  const letter = kind[0]!;
  const digit = Number(kind[1] ?? 0);
  if (letter === 'A') return { type: 'invention', document: digit ? 'correction' : 'application', granted: false };
  const type = GRANT_LETTERS[letter]!;
  if (digit >= 8) return { type, document: 'correction', granted: true };
  if (digit >= 1) return { type, document: 'partial-invalidation', granted: true };
  const announced = !nineDigits && (letter === 'B' || letter === 'U' || letter === 'S');
  return { type, document: announced ? 'examined-announcement' : 'grant', granted: !announced };
}

function parseForeign(value: string, input: string): IdentifierResult<PublicationNumberDetails> {
  const spaced = foreignWithSpaces(input);
  const match = spaced ?? /^([A-Z]{2})([A-Z]{0,2}\d{2,})([A-Z]\d?)?$/.exec(value);
  if (!match) return failure(value, /^[A-Z]{2}/.test(value) ? 'format' : 'alphabet');
  const [, country, number, kind] = match as unknown as [string, string, string, string | undefined];
  return { ok: true, value: country + number + (kind ?? ''), country, number, kind };
}

/** With blanks the parts are certain even where letters stand inside: `IT PD20040123 U1`; a date may follow. */
function foreignWithSpaces(input: string): RegExpExecArray | undefined {
  const tidy = input
    .trim()
    .toUpperCase()
    .replace(/[/.,-]/g, '');
  return /^([A-Z]{2})\s+([0-9A-Z]*\d[0-9A-Z]*)(?:\s+([A-Z]\d?)(?:\s+\d{8})?)?$/.exec(tidy) ?? undefined;
}

/** `CN114081026A` → `CN 114081026 A`, parts with single blanks. */
export function formatPublicationNumber(parts: { country: string; number: string; kind?: string | undefined }): string {
  return [parts.country, parts.number, parts.kind].filter(Boolean).join(' ');
}
