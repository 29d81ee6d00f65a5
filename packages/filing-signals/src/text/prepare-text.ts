import { BOUNDARY, canonicalise } from './canonical.ts';
import { type GramCounts, KEY_LENGTHS, mix } from './gram-counts.ts';
import { splitClauses } from './match-clauses.ts';
import { pairHash, walkLongGrams, walkPairs } from './walk-grams.ts';

/** A title and an abstract as units; `abstractAt` is where the abstract begins. */
export interface TextUnits {
  id: string;
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
  keys: Uint32Array;
  /** Begin and end of each clause, by turns. */
  clauses: Uint16Array;
}

const WEIGHT_SCALE = 16;
const MOST_KEYS = 112;
/** A gram found at most this often is rare enough to be a key. */
const RARE = 24;
/** At the last length a gram need only be rarer than this. */
const RARE_AT_LAST = 64;

export function toUnits(id: string, title: string, abstract: string): TextUnits {
  const head = canonicalise(title).units;
  const body = canonicalise(abstract).units;
  const units = new Uint16Array(head.length + 1 + body.length);
  units.set(head);
  units[head.length] = BOUNDARY;
  units.set(body, head.length + 1);
  return { id, units, abstractAt: head.length + 1 };
}

export function countGrams({ units }: TextUnits, counts: GramCounts): void {
  counts.texts++;
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

/** The rarest-looking grams of a text, chosen by their hash alone, so that two copies choose the same (Broder 1997). */
function chooseKeys({ units, abstractAt }: TextUnits, counts: GramCounts): Uint32Array {
  const last = KEY_LENGTHS.length - 1;
  const found = new Set<number>();
  const take = (level: number, hash: number): boolean => {
    const seen = counts.long(level, hash);
    if (seen > (level === last ? RARE_AT_LAST : RARE)) return false;
    found.add(hash);
    return true;
  };
  walkLongGrams(units, 0, abstractAt - 1, take);
  const titleKeys = [...found];
  found.clear();
  walkLongGrams(units, abstractAt, units.length, take);
  const body = Uint32Array.from(found).sort();
  const room = Math.max(MOST_KEYS - titleKeys.length, MOST_KEYS / 2);
  return Uint32Array.from(new Set([...titleKeys, ...body.subarray(0, room), hashAll(units)]));
}

/** A key of the text as a whole: word-for-word copies are found however many there are. */
function hashAll(units: Uint16Array): number {
  let hash = 0x811c9dc5;
  for (const unit of units) hash = Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 13);
  return mix(hash);
}
