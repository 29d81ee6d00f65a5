import { PROVINCES } from './region-code.ts';
import { failure, type IdentifierResult } from './result.ts';
import { compactCode } from './text.ts';

export type AgencyCodeDetails = { provinceCode: string; province: string | undefined };

/**
 * Five-digit code of a patent agency; the first two digits usually name the province. `province` is undefined where they
 * name none: the code is still accepted (foreign-related agencies were numbered 72…).
 */
export function checkAgencyCode(input: string): IdentifierResult<AgencyCodeDetails> {
  const value = compactCode(input);
  if (value === '') return failure(value, 'empty');
  if (!/^\d+$/.test(value)) return failure(value, 'alphabet');
  if (value.length !== 5) return failure(value, 'length');
  const provinceCode = value.slice(0, 2);
  return { ok: true, value, provinceCode, province: PROVINCES[provinceCode] };
}
