import type { IndicatorKind } from '@jince/wujiang';
import { type Figure, PER } from './figure.ts';

export interface GapInput {
  readonly kind: IndicatorKind;
  readonly scale: number;
  readonly direction: 'up' | 'down';
  readonly target: number;
  readonly figure: Figure;
}

/** Guards against 63.00000001 becoming 64. */
const ceil = (number: number) => Math.ceil(number - 1e-9);

/**
 * How many subjects (for sums: units) are missing to the target, with everything else as it is; null when the kind has
 * no such number (a mean), 0 when the target is reached.
 */
export function missingTo({ kind, scale, direction, target, figure }: GapInput): number | null {
  const { numerator, denominator, value } = figure;
  if (value === null || numerator === null) return null;
  const sign = direction === 'up' ? 1 : -1;
  if (sign * (target - value) <= 0) return 0;
  const wanted = wantedNumerator(kind, scale, target, denominator);
  return wanted === null ? null : ceil(sign * (wanted - numerator));
}

function wantedNumerator(
  kind: IndicatorKind,
  scale: number,
  target: number,
  denominator: number | null,
): number | null {
  if (kind === 'count' || kind === 'sum') return target;
  if (kind === 'mean' || denominator === null) return null;
  if (kind === 'ratio') return scale === 1 ? null : (target / scale) * denominator;
  return kind === 'share' ? (target / scale) * denominator : (target * denominator) / PER;
}

/**
 * Spreads what is missing over places by how many subjects each has that could close it (largest remainder), never more
 * than there are.
 */
export function spread<T extends { readonly available: number }>(
  missing: number,
  places: readonly T[],
): (T & { share: number })[] {
  const total = places.reduce((sum, place) => sum + place.available, 0);
  const wanted = Math.min(missing, total);
  const exact = places.map((place) => (total === 0 ? 0 : (wanted * place.available) / total));
  const shares = exact.map(Math.floor);
  let left = wanted - shares.reduce((sum, share) => sum + share, 0);
  const byRest = exact
    .map((number, at) => ({ at, rest: number - Math.floor(number) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest) {
    if (left <= 0) break;
    shares[at] = (shares[at] as number) + 1;
    left -= 1;
  }
  return places.map((place, at) => ({ ...place, share: shares[at] as number }));
}
