import { failure, type IdentifierResult } from './result.ts';
import { compactCode } from './text.ts';

export type PatentAttorneyDetails = {
  /** qualification = 资格证号 (7 digits), practice = 执业备案号 (agency code + 5 digits + check). */
  sort: 'qualification' | 'practice';
  agencyCode?: string;
};

/**
 * Number of a patent attorney. Soft: the public sources on its form are thin, so the check digit of a practice number is
 * not computed and anything else is a failure that an importer should only remark on. `value` is `3210512345.6`.
 */
export function parsePatentAttorneyNumber(input: string): IdentifierResult<PatentAttorneyDetails> {
  const value = compactCode(input).replace(/[。．·]/g, '.');
  if (value === '') return failure(value, 'empty');
  if (/^\d{7}$/.test(value)) return { ok: true, value, sort: 'qualification' };
  const match = /^(\d{10})\.?([\dX])$/.exec(value);
  if (!match) return failure(value, 'format');
  return { ok: true, value: `${match[1]}.${match[2]}`, sort: 'practice', agencyCode: match[1]!.slice(0, 5) };
}
