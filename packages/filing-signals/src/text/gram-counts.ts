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

/** How often grams occur in a collection: exact enough for weights, frozen once counted. */
export class GramCounts {
  texts = 0;
  readonly #pairShift: number;
  readonly #longShift: number;
  readonly #pairs: Uint32Array;
  readonly #long: Uint8Array[];

  /** @param expected how many texts will be counted: decides the size of the tables */
  constructor(expected: number) {
    const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(expected + 1)) + PLACES_BITS);
    this.#pairShift = 32 - Math.min(MOST_PAIR_BITS, bits);
    this.#longShift = 32 - Math.min(MOST_LONG_BITS, bits);
    this.#pairs = new Uint32Array(2 ** (32 - this.#pairShift));
    this.#long = KEY_LENGTHS.map(() => new Uint8Array(2 ** (32 - this.#longShift)));
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
