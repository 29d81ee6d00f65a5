import { failure, type IdentifierResult } from './result.ts';
import { toHalfWidth } from './text.ts';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character over eight characters of the main code (GB 11714-1997): 11 − Σ mod 11, 10 → X, 11 → 0. */
export function computeOrganisationCheck(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const code = first8.charCodeAt(i);
    sum += (code <= 57 ? code - 48 : code - 55) * WEIGHTS[i]!;
  }
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/** Legacy nine-character organisation code, with or without its hyphen; canonical without: `MA1ABCDE8`. */
export function checkOrganisationCode(input: string): IdentifierResult {
  const value = toHalfWidth(input)
    .replace(/[\s\-–—]/g, '')
    .toUpperCase();
  if (value === '') return failure(value, 'empty');
  if (value.length !== 9) return failure(value, 'length');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(value)) return failure(value, 'alphabet');
  const check = computeOrganisationCheck(value);
  return check === value[8] ? { ok: true, value } : failure(value, 'check-digit', value.slice(0, 8) + check);
}

/** `MA1ABCDE8` → `MA1ABCDE-8`, as printed on the old certificates. */
export function formatOrganisationCode(value: string): string {
  return `${value.slice(0, 8)}-${value.slice(8)}`;
}
