import { BOUNDARY } from './canonical.ts';
import { KEY_LENGTHS, mix } from './gram-counts.ts';

/** Grams longer than this may reach across clauses. */
const WITHIN_CLAUSE = 6;
const MULTIPLIER = 0x01000193;

export const pairHash = (left: number, right: number): number => mix((left << 16) | right);

/** Calls `visit` for each pair of neighbouring units of one clause. */
export function walkPairs(
  units: Uint16Array,
  from: number,
  to: number,
  visit: (hash: number, at: number) => void,
): void {
  for (let at = from; at + 1 < to; at++) {
    const left = units[at]!;
    const right = units[at + 1]!;
    if (left !== BOUNDARY && right !== BOUNDARY) visit(pairHash(left, right), at);
  }
}

/**
 * Calls `visit` for the grams that start at each unit, shortest first, until it returns true.
 * Grams stop at the end of the clause, those of more than six units at the end of the part.
 */
export function walkLongGrams(
  units: Uint16Array,
  from: number,
  to: number,
  visit: (level: number, hash: number, at: number) => boolean,
): void {
  for (let at = from; at < to; at++) {
    if (units[at] === BOUNDARY) continue;
    let hash = 0x811c9dc5;
    let length = 0;
    let clean = true;
    for (let level = 0; level < KEY_LENGTHS.length; level++) {
      const wanted = KEY_LENGTHS[level]!;
      if (at + wanted > to) break;
      for (; length < wanted; length++) {
        const unit = units[at + length]!;
        if (unit === BOUNDARY) clean = false;
        hash = Math.imul(hash ^ unit, MULTIPLIER);
        hash ^= hash >>> 13;
      }
      if (!clean && wanted <= WITHIN_CLAUSE) continue;
      if (visit(level, mix(hash + wanted), at)) break;
    }
  }
}
