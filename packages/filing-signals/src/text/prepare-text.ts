import { BOUNDARY, canonicalise } from './canonical.ts';
import { type GramCounts, KEY_LENGTHS, mix } from './gram-counts.ts';
import { splitClauses } from './match-clauses.ts';
import { pairHash, walkLongGrams, walkPairs } from './walk-grams.ts';

/** A title and an abstract as units; `abstractAt` is where the abstract begins. */
export interface TextUnits {
  units: Uint16Array;
  abstractAt: number;
}

/** A text ready to be compared: sorted pairs with their weights, and the keys by which it is found. */
export interface PreparedText extends TextUnits {
  /** Hashes of the pairs, in rising order, repeated as often as they occur. */
  pairs: Uint32Array;
  /** Weight of each pair in 1/16. */
  weights: Uint8Array;
  weight: number;
  titlePairs: Uint32Array;
  titleWeights: Uint8Array;
  titleWeight: number;
  /** In rising order. */
  keys: Uint32Array;
  /** Begin and end of each clause, by turns. */
  clauses: Uint16Array;
}

const WEIGHT_SCALE = 16;
/** Keys of the abstract make room for those of the title, down to half. */
export const MOST_KEYS = 112;
/** A gram found at most this often is rare enough to be a key. */
const RARE = 24;
/** At the last length a gram need only be rarer than this. */
const RARE_AT_LAST = 64;

export function toUnits(title: string, abstract: string): TextUnits {
  const head = canonicalise(title).units;
  const body = canonicalise(abstract).units;
  const units = new Uint16Array(head.length + 1 + body.length);
  units.set(head);
  units[head.length] = BOUNDARY;
  units.set(body, head.length + 1);
  return { units, abstractAt: head.length + 1 };
}

export function countGrams({ units }: TextUnits, counts: GramCounts): void {
  walkPairs(units, 0, units.length, (hash) => counts.addPair(hash));
  walkLongGrams(units, 0, units.length, (level, hash) => {
    counts.addLong(level, hash);
    return false;
  });
}

export function prepareText(text: TextUnits, counts: GramCounts): PreparedText {
  const all = weighPairs(text.units, 0, text.units.length, counts);
  const title = weighPairs(text.units, 0, text.abstractAt - 1, counts);
  return {
    ...text,
    pairs: all.pairs,
    weights: all.weights,
    weight: all.weight,
    titlePairs: title.pairs,
    titleWeights: title.weights,
    titleWeight: title.weight,
    keys: chooseKeys(text, counts),
    clauses: splitClauses(text.units),
  };
}

function weighPairs(
  units: Uint16Array,
  from: number,
  to: number,
  counts: GramCounts,
): { pairs: Uint32Array; weights: Uint8Array; weight: number } {
  // Sorted together: the hash above, the weight below, in one exact double.
  const packed = new Float64Array(Math.max(0, to - from));
  let count = 0;
  for (let at = from; at + 1 < to; at++) {
    const left = units[at]!;
    const right = units[at + 1]!;
    if (left === BOUNDARY || right === BOUNDARY) continue;
    const hash = pairHash(left, right);
    packed[count++] = hash * 256 + Math.min(255, Math.round(counts.weight(hash, left, right) * WEIGHT_SCALE));
  }
  const sorted = packed.subarray(0, count).sort();
  const pairs = new Uint32Array(count);
  const weights = new Uint8Array(count);
  let weight = 0;
  for (let at = 0; at < count; at++) {
    const value = sorted[at]!;
    const hash = Math.floor(value / 256);
    pairs[at] = hash;
    weights[at] = value - hash * 256;
    weight += weights[at]!;
  }
  return { pairs, weights, weight };
}

let scratch = new Uint32Array(1 << 14);

/** The rarest-looking grams of a text, chosen by their hash alone, so that two copies choose the same (Broder 1997). */
function chooseKeys({ units, abstractAt }: TextUnits, counts: GramCounts): Uint32Array {
  if (scratch.length < units.length) scratch = new Uint32Array(2 * units.length);
  const title = findRareGrams(units, 0, abstractAt - 1, counts);
  const body = findRareGrams(units, abstractAt, units.length, counts);
  const room = Math.max(MOST_KEYS - title.length, MOST_KEYS / 2);
  const keys = new Uint32Array(title.length + Math.min(room, body.length) + 1);
  keys.set(title);
  keys.set(body.subarray(0, room), title.length);
  keys[keys.length - 1] = hashAll(units);
  return distinct(keys.sort());
}

/** Hashes of the shortest rare gram at each place, rising, each once. */
function findRareGrams(units: Uint16Array, from: number, to: number, counts: GramCounts): Uint32Array {
  const last = KEY_LENGTHS.length - 1;
  let count = 0;
  walkLongGrams(units, from, to, (level, hash) => {
    if (counts.long(level, hash) > (level === last ? RARE_AT_LAST : RARE)) return false;
    scratch[count++] = hash;
    return true;
  });
  return distinct(scratch.slice(0, count).sort());
}

/** The values of a sorted array, each once, in its own memory. */
function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
  return sorted.subarray(0, count);
}

/** A key of the text as a whole: word-for-word copies are found however many there are. */
function hashAll(units: Uint16Array): number {
  let hash = 0x811c9dc5;
  for (const unit of units) hash = Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 13);
  return mix(hash);
}
