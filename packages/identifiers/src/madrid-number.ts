import { failure, type IdentifierResult, looksLikeSpreadsheetNumber } from './result.ts';
import { compactCode } from './text.ts';

export type MadridNumberDetails = {
  digits: string;
  /** Letter of a partial transfer. */
  suffix: string | undefined;
};

/**
 * Parses an international registration number of the Madrid system: 6 or 7 digits and an optional letter. Accepts IR,
 * No., the G of a Chinese extension, and the R / 2R / 3R once printed on renewed registrations; none are kept.
 */
export function parseMadridNumber(input: string): IdentifierResult<MadridNumberDetails> {
  const value = compactCode(input)
    .replace(/[.,]/g, '')
    .replace(/^(?:IR|WO|G)?(?:NO)?(?:\d?R)?(?=\d)/, '');
  if (value === '') return failure(value, 'empty');
  if (looksLikeSpreadsheetNumber(value)) return failure(value, 'spreadsheet-number');
  const match = /^(\d{6,7})([A-Z]?)$/.exec(value);
  if (!match) return failure(value, /^\d+[A-Z]?$/.test(value) ? 'length' : 'format');
  return { ok: true, value, digits: match[1]!, suffix: match[2] || undefined };
}
