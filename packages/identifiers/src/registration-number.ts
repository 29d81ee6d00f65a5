import { presentRegionCode } from './region-code.ts';
import { failure, type IdentifierResult } from './result.ts';
import { toHalfWidth } from './text.ts';

/** Check digit over fourteen digits (GS 15-2006, ISO 7064 MOD 11,10). */
export function computeRegistrationCheck(first14: string): string {
  let product = 10;
  for (let i = 0; i < 14; i++) {
    const sum = (product + first14.charCodeAt(i) - 48) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/**
 * Fifteen-digit registration number of the time before the unified code. `regionCode` is the district as it is called
 * today (320584 → 320509).
 */
export function checkRegistrationNumber(input: string): IdentifierResult<{ regionCode: string }> {
  const value = toHalfWidth(input).replace(/[\s-]/g, '');
  if (value === '') return failure(value, 'empty');
  if (value.length !== 15) return failure(value, 'length');
  if (!/^\d{15}$/.test(value)) return failure(value, 'alphabet');
  const regionCode = presentRegionCode(value.slice(0, 6));
  const check = computeRegistrationCheck(value);
  if (check !== value[14]) return { ...failure(value, 'check-digit', value.slice(0, 14) + check), regionCode };
  return { ok: true, value, regionCode };
}
