import { BOUNDARY } from './canonical.ts';

const LONGEST = 31;
const SHORTEST = 4;
/** A clause counts as found again when this share of it is there in order. */
const FOUND_AGAIN = 0.7;

/** Where the clauses of a text begin and end: runs between marks, long ones cut. */
export function splitClauses(units: Uint16Array): Uint16Array {
  const bounds: number[] = [];
  let start = 0;
  for (let at = 0; at <= units.length; at++) {
    const ends = at === units.length || units[at] === BOUNDARY;
    if (!ends && at - start < LONGEST) continue;
    if (at - start >= SHORTEST) bounds.push(start, at);
    start = ends ? at + 1 : at;
  }
  return Uint16Array.from(bounds);
}

const masks = new Uint32Array(0x10000);

/** Share of the units of `a`'s clauses that are found again, in order, in one clause of `b`, whatever its place. */
export function shareFoundAgain(
  a: Uint16Array,
  clausesOfA: Uint16Array,
  b: Uint16Array,
  clausesOfB: Uint16Array,
): number {
  let total = 0;
  let found = 0;
  for (let i = 0; i < clausesOfA.length; i += 2) {
    const start = clausesOfA[i]!;
    const length = clausesOfA[i + 1]! - start;
    for (let at = 0; at < length; at++) masks[a[start + at]!]! |= 1 << at;
    const best = bestClause(length, b, clausesOfB);
    for (let at = 0; at < length; at++) masks[a[start + at]!] = 0;
    total += length;
    if (best >= FOUND_AGAIN * length) found += best;
  }
  return total > 0 ? found / total : 0;
}

/** The longest common subsequence of the masked clause with any clause of `b` of a like length. */
function bestClause(length: number, b: Uint16Array, clauses: Uint16Array): number {
  let best = 0;
  for (let i = 0; i < clauses.length; i += 2) {
    const start = clauses[i]!;
    const end = clauses[i + 1]!;
    if (Math.min(length, end - start) <= best || end - start > 2 * length) continue;
    let state = -1;
    for (let at = start; at < end; at++) {
      const mask = masks[b[at]!]!;
      if (mask === 0) continue;
      const matched = state & mask;
      state = (state + matched) | (state - matched) | 0;
    }
    let rest = ~state & ((1 << length) - 1);
    let count = 0;
    for (; rest !== 0; rest &= rest - 1) count++;
    if (count > best) best = count;
    if (best === length) break;
  }
  return best;
}
