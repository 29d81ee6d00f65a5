import { isCommonUnit } from './canonical.ts';

/** Lengths, in units, among which a rare gram is looked for at each place of a text: the shortest that is rare. */
export const KEY_LENGTHS = [3, 4, 6, 9, 14, 20] as const;

const MOST_PAIR_BITS = 22;
const MOST_LONG_BITS = 24;
const LEAST_BITS = 14;
/** Slots per text, as a power of two: somewhat more than it has places. */
const PLACES_BITS = 8;
const SATURATED = 255;
/** Texts that are imagined beside those given, so that few texts do not make every word a rare one. */
const IMAGINED = 400;
const COMMON_SHARE = 0.2;
const OTHER_SHARE = 1 / 2000;

/** The counters behind GramCounts; several threads count into tables of their own, which are added up. */
export interface GramTables {
  pairs: Uint32Array;
  /** One for each of KEY_LENGTHS; 255 = that or more. */
  long: Uint8Array[];
}

/** Empty counters for so many texts. With `share`, in memory that other threads can see. */
export function makeGramTables(texts: number, share = false): GramTables {
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(texts + 1)) + PLACES_BITS);
  const bytes = (size: number): ArrayBufferLike => (share ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  return {
    pairs: new Uint32Array(bytes(4 * 2 ** Math.min(MOST_PAIR_BITS, bits))),
    long: KEY_LENGTHS.map(() => new Uint8Array(bytes(2 ** Math.min(MOST_LONG_BITS, bits)))),
  };
}

/** Adds what `others` counted to `sum`, in one of `of` equal stretches of the tables. */
export function addTables(sum: GramTables, others: readonly GramTables[], { part, of }: Part): void {
  const add = (own: Uint32Array | Uint8Array, more: Uint32Array | Uint8Array, most: number): void => {
    const { from, to } = stretch(own.length, { part, of });
    for (let at = from; at < to; at++) own[at] = Math.min(most, own[at]! + more[at]!);
  };
  for (const other of others) {
    add(sum.pairs, other.pairs, 0xffffffff);
    for (const [level, table] of sum.long.entries()) add(table, other.long[level]!, SATURATED);
  }
}

/** One of `of` parts of some work. */
export interface Part {
  part: number;
  of: number;
}

/** Where a part of `total` things begins and ends. */
export const stretch = (total: number, { part, of }: Part): { from: number; to: number } => ({
  from: Math.floor((total * part) / of),
  to: Math.floor((total * (part + 1)) / of),
});

/** How often grams occur in a collection: exact enough for weights, frozen once counted. */
export class GramCounts {
  readonly texts: number;
  readonly #pairShift: number;
  readonly #longShift: number;
  readonly #pairs: Uint32Array;
  readonly #long: Uint8Array[];

  /** @param texts how many texts the tables are of */
  constructor(texts: number, { pairs, long } = makeGramTables(texts)) {
    this.texts = texts;
    this.#pairShift = 32 - Math.log2(pairs.length);
    this.#longShift = 32 - Math.log2(long[0]!.length);
    this.#pairs = pairs;
    this.#long = long;
  }

  addPair(hash: number): void {
    this.#pairs[hash >>> this.#pairShift]!++;
  }

  addLong(level: number, hash: number): void {
    const table = this.#long[level]!;
    const slot = hash >>> this.#longShift;
    if (table[slot]! < SATURATED) table[slot]!++;
  }

  /** Occurrences of a long gram, 255 = that or more. */
  long(level: number, hash: number): number {
    return this.#long[level]![hash >>> this.#longShift]!;
  }

  /** Inverse document frequency of a pair, against the texts given and the imagined ones. */
  weight(hash: number, left: number, right: number): number {
    const found = this.#pairs[hash >>> this.#pairShift]!;
    const common = isCommonUnit(left) && isCommonUnit(right);
    const imagined = IMAGINED * (common ? COMMON_SHARE : OTHER_SHARE);
    return Math.max(0, Math.log((this.texts + IMAGINED) / (found + imagined + 1)));
  }
}

/** Spreads 32 bits over 32 bits; the high ones are the best (Steele & Vigna 2022 multiplier). */
export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}
