import { isCommonUnit } from './canonical.ts';

/** Lengths, in units, among which a rare gram is looked for at each place of a text: the shortest that is rare. */
export const KEY_LENGTHS = [3, 4, 5, 6, 8, 10, 14, 20] as const;

const PAIR_BITS = 22;
const LONG_BITS = 24;
const SATURATED = 255;
/** Texts that are imagined beside those given, so that few texts do not make every word a rare one. */
const IMAGINED = 400;
const COMMON_SHARE = 0.2;
const OTHER_SHARE = 1 / 2000;

/** How often grams occur in a collection: exact enough for weights, frozen once counted. */
export class GramCounts {
  texts = 0;
  readonly #pairs = new Uint32Array(1 << PAIR_BITS);
  readonly #long = KEY_LENGTHS.map(() => new Uint8Array(1 << LONG_BITS));

  addPair(hash: number): void {
    this.#pairs[hash >>> (32 - PAIR_BITS)]!++;
  }

  addLong(level: number, hash: number): void {
    const table = this.#long[level]!;
    const slot = hash >>> (32 - LONG_BITS);
    if (table[slot]! < SATURATED) table[slot]!++;
  }

  /** Occurrences of a long gram, 255 = that or more. */
  long(level: number, hash: number): number {
    return this.#long[level]![hash >>> (32 - LONG_BITS)]!;
  }

  /** Inverse document frequency of a pair, against the texts given and the imagined ones. */
  weight(hash: number, left: number, right: number): number {
    const found = this.#pairs[hash >>> (32 - PAIR_BITS)]!;
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
