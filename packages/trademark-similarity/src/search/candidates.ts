import {
  glyphOfRelation,
  LUCKY_DIGIT,
  OTHER,
  READ_DIGIT,
  SAME,
  type SignRelations,
  soundOfRelation,
} from '../signs/relations.ts';
import { isLatin } from '../text/normalise-mark.ts';
import { listKeys, PAIR_WORTH } from './keys.ts';
import type { MarkShelf } from './mark-shelf.ts';

/** How many marks are compared sign by sign. */
const CANDIDATES = 700;
const BUCKETS = 1024;

/** What a sign found through a related one counts, beside 1 for the sign itself. */
function worthOf(relation: number): number {
  if (relation === SAME) return 1;
  if (relation === OTHER) return 0;
  if (relation >= READ_DIGIT) return relation <= LUCKY_DIGIT ? 0.85 : 0;
  const sound = [0, 0.6, 0.84, 0.9][soundOfRelation(relation)] as number;
  const glyph = [0, 0.6, 0.7, 0.8, 0.86, 0.9][glyphOfRelation(relation)] as number;
  return Math.max(sound, glyph);
}

interface Step {
  readonly key: number;
  readonly worth: number;
}

/** Points are counted in hundredths. */
const WHOLE = 100;
const POINT_BITS = 13;
const SIGN_BITS = 7;
const POINTS = (1 << POINT_BITS) - 1;
const STAMP_SHIFT = POINT_BITS + SIGN_BITS;
const LAST_STAMP = (1 << (32 - STAMP_SHIFT)) - 1;

/** Finds marks that share signs, or signs that look or sound alike, with a query: cheap, before anything is compared. */
export class CandidateFinder {
  /**
   * Of each mark the search it was last met in, the sign that last gave it points, and its points, in one number: most of the time
   * of a search goes into fetching these from memory, once for each posting.
   */
  readonly #states: Uint32Array;
  readonly #touched: Uint32Array;
  readonly #signs: SignRelations;
  /** Keys to look up for one sign, the most worth first. */
  readonly #stepsOf = new Map<number, readonly Step[]>();
  #buckets = new Uint16Array(4096);
  #stamp = 0;
  #count = 0;

  constructor(size: number, signs: SignRelations) {
    this.#signs = signs;
    this.#states = new Uint32Array(size);
    this.#touched = new Uint32Array(size);
  }

  #stepsOfSign(code: number): readonly Step[] {
    let steps = this.#stepsOf.get(code);
    if (steps === undefined) {
      const { codes, relations } = this.#signs.relatedTo(code);
      steps = Array.from(codes, (key, at) => ({ key, worth: worthOf(relations[at] as number) }))
        .filter(({ key, worth }) => worth > 0 && !isLatin(key))
        .sort((a, b) => b.worth - a.worth);
      this.#stepsOf.set(code, steps);
    }
    return steps;
  }

  get capacity(): number {
    return this.#states.length;
  }

  /** Gives a mark points for a sign, once: steps of a sign come in falling order of worth. */
  #give(mark: number, sign: number, points: number): void {
    const state = this.#states[mark] as number;
    if (state >>> STAMP_SHIFT !== this.#stamp) {
      this.#touched[this.#count++] = mark;
      this.#states[mark] = ((this.#stamp << STAMP_SHIFT) | (sign << POINT_BITS) | points) >>> 0;
    } else if (((state >>> POINT_BITS) & ((1 << SIGN_BITS) - 1)) !== sign)
      this.#states[mark] = ((this.#stamp << STAMP_SHIFT) | (sign << POINT_BITS) | ((state & POINTS) + points)) >>> 0;
  }

  /** Places of the best candidates, in no order. */
  find(units: Uint16Array, shelf: MarkShelf): number[] {
    const { store, laterByKey } = shelf;
    if (this.#stamp === LAST_STAMP) {
      this.#states.fill(0);
      this.#stamp = 0;
    }
    this.#stamp++;
    this.#count = 0;
    const keys: number[] = [];
    const found = listKeys(units, 0, units.length, keys);
    for (let sign = 0; sign < found.keys; sign++) {
      const key = keys[sign] as number;
      const steps = key < 65_536 ? this.#stepsOfSign(key) : [{ key, worth: PAIR_WORTH }];
      for (const step of steps) {
        const points = Math.round(step.worth * WHOLE);
        const end = store.starts[step.key + 1] as number;
        for (let at = store.starts[step.key] as number; at < end; at++)
          this.#give(store.posted[at] as number, sign, points);
        const more = laterByKey.get(step.key);
        if (more !== undefined) for (const mark of more) this.#give(mark, sign, points);
      }
    }
    return this.#best(found.worth, shelf);
  }

  /** The marks with the largest share of common keys (Dice), without sorting all of them. */
  #best(worth: number, shelf: MarkShelf): number[] {
    if (this.#buckets.length < this.#count) this.#buckets = new Uint16Array(this.#count * 2);
    const buckets = this.#buckets;
    const counts = new Uint32Array(BUCKETS + 1);
    for (let at = 0; at < this.#count; at++) {
      const mark = this.#touched[at] as number;
      const points = ((this.#states[mark] as number) & POINTS) / WHOLE;
      const bucket = Math.min(BUCKETS, Math.floor((BUCKETS * 2 * points) / (worth + shelf.worth(mark) / 2)));
      buckets[at] = bucket;
      counts[bucket]!++;
    }
    let from = BUCKETS;
    for (let sum = counts[from] as number; from > 1 && sum + (counts[from - 1] as number) <= CANDIDATES; ) {
      from--;
      sum += counts[from] as number;
    }
    const best: number[] = [];
    const spare: number[] = [];
    for (let at = 0; at < this.#count; at++) {
      const bucket = buckets[at] as number;
      if (bucket >= from) best.push(this.#touched[at] as number);
      else if (bucket === from - 1 && spare.length < CANDIDATES) spare.push(this.#touched[at] as number);
    }
    return best.concat(spare.slice(0, Math.max(0, CANDIDATES - best.length)));
  }
}
