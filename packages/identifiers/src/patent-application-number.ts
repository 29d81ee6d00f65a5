import { failure, type IdentifierResult, looksLikeSpreadsheetNumber } from './result.ts';
import { toHalfWidth } from './text.ts';

export type PatentKind = 'invention' | 'utility' | 'design';

export type PatentApplicationNumberDetails = {
  /** 8 counts as invention and 9 as utility model in every statistic. */
  type: PatentKind;
  /** Entered the national phase from a PCT application (type digit 8 or 9). */
  pct: boolean;
  year: number;
  serial: string;
  /** new = 13 characters since 2003-10-01, old = 9 characters before. */
  form: 'new' | 'old';
};

const TYPES: Readonly<Record<string, { type: PatentKind; pct: boolean }>> = {
  1: { type: 'invention', pct: false },
  2: { type: 'utility', pct: false },
  3: { type: 'design', pct: false },
  8: { type: 'invention', pct: true },
  9: { type: 'utility', pct: true },
};

/** Check character of 12 (new) or 8 (old) digits: Σ d·w mod 11 with w = 2…9, 2…5; 10 → X (ZC 0006-2003). */
export function computePatentApplicationCheck(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += (digits.charCodeAt(i) - 48) * ((i % 8) + 2);
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * Parses a Chinese patent application or patent number, with or without ZL, CN, dot (also 。．·), blanks, full width.
 * `value` is the key without dot: 13 characters, or 9 for numbers before 2003-10. A missing or wrong check digit fails
 * and the completed key is only suggested (also for the `CN 202110123456 A` of foreign databases). `latestYear` bounds the year (the year of the caller's clock).
 */
export function parsePatentApplicationNumber(
  input: string,
  options: { latestYear?: number } = {},
): IdentifierResult<PatentApplicationNumberDetails> {
  const value = tidy(input);
  if (value === '') return failure(value, 'empty');
  if (looksLikeSpreadsheetNumber(toHalfWidth(input).trim().toUpperCase())) return failure(value, 'spreadsheet-number');
  if (/^[A-Z]{2}\d|^\d{10}W$/.test(value)) return failure(value, 'foreign');
  const match = /^(\d{12}|\d{8})([\dX]?)$/.exec(value);
  if (!match) return failure(value, /^[\dX]+$/.test(value) ? 'length' : 'alphabet', lettersAsDigits(value, options));
  return judge(match[1]!, match[2]!, options);
}

function judge(
  digits: string,
  check: string,
  options: { latestYear?: number },
): IdentifierResult<PatentApplicationNumberDetails> {
  const value = digits + check;
  const form = digits.length === 12 ? 'new' : 'old';
  const yearLength = form === 'new' ? 4 : 2;
  const kind = TYPES[digits[yearLength]!];
  if (!kind) return failure(value, 'type-digit');
  const year = yearOf(digits.slice(0, yearLength), options.latestYear);
  if (year === undefined) return failure(value, 'year');
  const parts = { ...kind, year, serial: digits.slice(yearLength + 1), form } as const;
  const expected = computePatentApplicationCheck(digits);
  if (check === '') return { ...failure(value, 'missing-check-digit', digits + expected), ...parts };
  if (check !== expected) return { ...failure(value, 'check-digit', digits + expected), ...parts };
  return { ok: true, value, ...parts };
}

/** Two-digit years are 1985–2003; four-digit numbering began in 2003. */
function yearOf(text: string, latestYear = 2099): number | undefined {
  const number = Number(text);
  if (text.length === 4) return number >= 2003 && number <= latestYear ? number : undefined;
  if (number >= 85) return 1900 + number;
  return number <= 3 ? 2000 + number : undefined;
}

function tidy(input: string): string {
  return toHalfWidth(input)
    .replace(/[\s.。．·・_\-–—]/g, '')
    .toUpperCase()
    .replace(/^(?:申请号|专利号|申请\(专利\)号)?[:：]?/, '')
    .replace(/^(?:ZL|CN)+/, '')
    .replace(/^(\d{12}[\dX]?|\d{8}[\dX]?)[A-WYZ]$/, '$1');
}

function lettersAsDigits(value: string, options: { latestYear?: number }): string | undefined {
  const replaced = value.replace(/O/g, '0').replace(/[IL]/g, '1');
  if (replaced === value || !/^(?:\d{12}|\d{8})[\dX]$/.test(replaced)) return undefined;
  const result = judge(replaced.slice(0, -1), replaced.slice(-1), options);
  return result.ok ? result.value : undefined;
}

/** `2021101234567` → `202110123456.7`; `95115608X` → `95115608.X`. Expects the key of a parsed number. */
export function formatPatentApplicationNumber(value: string): string {
  return `${value.slice(0, -1)}.${value.slice(-1)}`;
}

/** Number of the granted patent: `ZL202110123456.7`. */
export function formatPatentNumber(value: string): string {
  return `ZL${formatPatentApplicationNumber(value)}`;
}
