import {
  glyphOfRelation,
  LUCKY_DIGIT,
  OTHER,
  READ_DIGIT,
  relatedTo,
  SAME,
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

/** Keys to look up for one sign or pair of letters, the most worth first. */
const stepsOf = new Map<number, readonly Step[]>();

function stepsOfSign(code: number): readonly Step[] {
  let steps = stepsOf.get(code);
  if (steps === undefined) {
    const { codes, relations } = relatedTo(code);
    steps = Array.from(codes, (key, at) => ({ key, worth: worthOf(relations[at] as number) }))
      .filter(({ key, worth }) => worth > 0 && !isLatin(key))
      .sort((a, b) => b.worth - a.worth);
    stepsOf.set(code, steps);
  }
  return steps;
}

/** Finds marks that share signs, or signs that look or sound alike, with a query: cheap, before anything is compared. */
export class CandidateFinder {
  readonly #points: Float32Array;
  /** Points of a mark count where its stamp is the present one. */
  readonly #stamps: Uint32Array;
  readonly #given: Uint32Array;
  readonly #touched: Uint32Array;
  #stamp = 0;
  #sign = 0;
  #count = 0;

  constructor(size: number) {
    this.#points = new Float32Array(size);
    this.#stamps = new Uint32Array(size);
    this.#given = new Uint32Array(size);
    this.#touched = new Uint32Array(size);
  }

  get capacity(): number {
    return this.#points.length;
  }

  #give(mark: number, worth: number): void {
    if (this.#given[mark] === this.#sign) return;
    this.#given[mark] = this.#sign;
    if (this.#stamps[mark] !== this.#stamp) {
      this.#stamps[mark] = this.#stamp;
      this.#points[mark] = 0;
      this.#touched[this.#count++] = mark;
    }
    this.#points[mark]! += worth;
  }

  /** Places of the best candidates, in no order. */
  find(units: Uint16Array, shelf: MarkShelf): number[] {
    const { store, laterByKey } = shelf;
    this.#stamp++;
    this.#count = 0;
    const keys: number[] = [];
    const found = listKeys(units, 0, units.length, keys);
    for (const key of keys.slice(0, found.keys)) {
      this.#sign++;
      const steps = key < 65_536 ? stepsOfSign(key) : [{ key, worth: PAIR_WORTH }];
      for (const step of steps) {
        const end = store.starts[step.key + 1] as number;
        for (let at = store.starts[step.key] as number; at < end; at++)
          this.#give(store.posted[at] as number, step.worth);
        const more = laterByKey.get(step.key);
        if (more !== undefined) for (const mark of more) this.#give(mark, step.worth);
      }
    }
    return this.#best(found.worth, shelf);
  }

  /** The marks with the largest share of common keys (Dice), without sorting all of them. */
  #best(worth: number, shelf: MarkShelf): number[] {
    const counts = new Uint32Array(BUCKETS + 1);
    const share = (mark: number): number =>
      Math.min(
        BUCKETS,
        Math.floor((BUCKETS * 2 * (this.#points[mark] as number)) / (worth + shelf.worth(mark) / 2)) | 0,
      );
    for (let at = 0; at < this.#count; at++) counts[share(this.#touched[at] as number)]!++;
    let from = BUCKETS;
    for (let sum = counts[from] as number; from > 1 && sum + (counts[from - 1] as number) <= CANDIDATES; ) {
      from--;
      sum += counts[from] as number;
    }
    const best: number[] = [];
    const spare: number[] = [];
    for (let at = 0; at < this.#count; at++) {
      const mark = this.#touched[at] as number;
      const bucket = share(mark);
      if (bucket >= from) best.push(mark);
      else if (bucket === from - 1 && best.length + spare.length < CANDIDATES) spare.push(mark);
    }
    return best.concat(spare.slice(0, Math.max(0, CANDIDATES - best.length)));
  }
}
