import { computeOrganisationCheck } from './organisation-code.ts';
import { failure, type IdentifierResult, looksLikeSpreadsheetNumber } from './result.ts';
import { compactCode, toHalfWidth } from './text.ts';
import { USCC_AUTHORITIES, USCC_ENTITY_TYPES, type UsccEntityType } from './uscc-tables.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Uint8Array.from([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]);
const ORGANISATION_WEIGHTS = Uint8Array.from([3, 7, 9, 10, 5, 8, 4, 2]);

/** Value of each ASCII code in the alphabet of GB 32100, −1 outside (no I O S V Z). */
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Letters people write for a character of the alphabet. Used for suggestions only. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', V: 'U' };

export type UsccDetails = {
  /** Undefined for a combination of the first two characters that the standard has not assigned. */
  entityType: UsccEntityType | undefined;
  registrationAuthority: { zh: string; en: string } | undefined;
  /** Division of the registering authority, positions 3–8. Says who registered it, not where the organisation is. */
  regionCode: string;
  organisationCode: string;
};

/**
 * Check character of a unified social credit code: A[(31 − Σ Cᵢ·3^(i−1) mod 31) mod 31] (GB 32100-2015).
 * @throws RangeError when the 17 characters are not all in the alphabet
 */
export function computeUsccCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = VALUES[first17.charCodeAt(i)] ?? -1;
    if (value < 0) throw new RangeError(`Not a character of GB 32100 at position ${i + 1} of "${first17}"`);
    sum += value * WEIGHTS[i]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/**
 * Checks a unified social credit code: alphabet, own check character and that of the organisation code inside.
 * Tidies width, case, blanks and hyphens; letters outside the alphabet are never replaced, only suggested.
 */
export function checkUscc(input: string): IdentifierResult<UsccDetails> {
  if (isValid(input)) return { ok: true, value: input, ...details(input) };
  const value = normaliseUscc(input);
  if (value === '') return failure(value, 'empty');
  if (isValid(value)) return { ok: true, value, ...details(value) };
  if (looksLikeSpreadsheetNumber(compactCode(input))) return failure(value, 'spreadsheet-number');
  if (value.length !== 18) return failure(value, 'length', completed(value));
  const suggestion = suggest(value);
  if (!inAlphabet(value)) return failure(value, 'alphabet', suggestion);
  const problem = computeUsccCheck(value) === value[17] ? 'organisation-code' : 'check-digit';
  return { ...failure(value, problem, suggestion), ...details(value) };
}

/** Half-width, upper case, without blanks, hyphens and dots. Does not check anything. */
export function normaliseUscc(input: string): string {
  return toHalfWidth(input)
    .replace(/[\s\-–—.·]/g, '')
    .toUpperCase();
}

/** `91320509MA1ABCDE8U` → `91320509 MA1ABCDE 8U`, easier to read aloud. */
export function formatUscc(value: string): string {
  return `${value.slice(0, 8)} ${value.slice(8, 16)} ${value.slice(16)}`;
}

function isValid(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  let inner = 0;
  for (let i = 0; i < 17; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? VALUES[code]! : -1;
    if (value < 0) return false;
    sum += value * WEIGHTS[i]!;
    if (i >= 8 && i < 16) inner += (code <= 57 ? code - 48 : code - 55) * ORGANISATION_WEIGHTS[i - 8]!;
  }
  if (text[17] !== ALPHABET[(31 - (sum % 31)) % 31]) return false;
  const rest = 11 - (inner % 11);
  return text.charCodeAt(16) === (rest === 10 ? 88 : rest === 11 ? 48 : rest + 48);
}

function details(value: string): UsccDetails {
  return {
    entityType: USCC_ENTITY_TYPES.get(value.slice(0, 2)),
    registrationAuthority: USCC_AUTHORITIES[value[0]!],
    regionCode: value.slice(2, 8),
    organisationCode: value.slice(8, 17),
  };
}

function inAlphabet(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((VALUES[text.charCodeAt(i)] ?? -1) < 0) return false;
  return true;
}

function organisationCodeFits(value: string): boolean {
  return computeOrganisationCheck(value.slice(8, 16)) === value[16];
}

/** The two check characters together let a single slip be put right with some confidence; otherwise nothing is said. */
function suggest(value: string): string | undefined {
  const replaced = value.replace(/[OISZV]/g, (letter) => LOOKALIKES[letter]!);
  if (replaced !== value && isValid(replaced)) return replaced;
  const first17 = value.slice(0, 17);
  if (inAlphabet(first17) && organisationCodeFits(value)) return first17 + computeUsccCheck(first17);
  return onlySwap(value);
}

function onlySwap(value: string): string | undefined {
  const found = new Set<string>();
  for (let i = 0; i < 17; i++) {
    const swapped = value.slice(0, i) + value[i + 1] + value[i] + value.slice(i + 2);
    if (swapped !== value && isValid(swapped)) found.add(swapped);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function completed(value: string): string | undefined {
  const complete = value.length === 17 && inAlphabet(value) && organisationCodeFits(value);
  return complete ? value + computeUsccCheck(value) : undefined;
}
