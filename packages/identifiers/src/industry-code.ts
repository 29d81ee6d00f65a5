import { failure, type IdentifierResult } from './result.ts';
import { compactCode } from './text.ts';

/** Last division of each section of GB/T 4754-2017; a section begins after the one before it. */
const LAST_DIVISION: readonly [section: string, last: number][] = [
  ['A', 5],
  ['B', 12],
  ['C', 43],
  ['D', 46],
  ['E', 50],
  ['F', 52],
  ['G', 60],
  ['H', 62],
  ['I', 65],
  ['J', 69],
  ['K', 70],
  ['L', 72],
  ['M', 75],
  ['N', 79],
  ['O', 82],
  ['P', 83],
  ['Q', 85],
  ['R', 90],
  ['S', 96],
  ['T', 97],
];

export type IndustryCodeDetails = {
  section: string;
  digits: string;
  level: 'section' | 'division' | 'group' | 'class';
};

const LEVELS = ['section', 'section', 'division', 'group', 'class'] as const;

/**
 * Code of the industrial classification GB/T 4754-2017: `C`, `C38`, `383`, `C3831`. The section is derived from the
 * division; a letter that contradicts it fails with the right one suggested. Checks shape and range, not existence.
 * `value` always carries the section letter.
 */
export function parseIndustryCode(input: string): IdentifierResult<IndustryCodeDetails> {
  const value = compactCode(input);
  if (value === '') return failure(value, 'empty');
  const match = /^([A-T]?)(\d{2,4})?$/.exec(value);
  if (!match) return failure(value, /^[A-Z]?\d+$/.test(value) ? 'length' : 'format');
  const digits = match[2] ?? '';
  const level = LEVELS[digits.length]!;
  if (digits === '') return { ok: true, value, section: value, digits, level };
  const division = Number(digits.slice(0, 2));
  const section = division === 0 ? undefined : LAST_DIVISION.find(([, last]) => division <= last)?.[0];
  if (!section) return failure(value, 'range');
  if (match[1] && match[1] !== section) return failure(value, 'range', section + digits);
  return { ok: true, value: section + digits, section, digits, level };
}
