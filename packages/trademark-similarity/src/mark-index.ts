import { alignScore } from './align-marks.ts';
import { FUZZY_SYLLABLES, fuzzySyllablesOf, nearGlyphsOf } from './character-table.ts';
import { normaliseMark } from './normalise-mark.ts';

const CODES = 65_536;
const KEYS = CODES + FUZZY_SYLLABLES + 1;
/** How much a sign found by its sound, or by one that looks like it, counts towards a candidate. */
const BY_SOUND = 0.88;
const BY_GLYPH = 0.95;
const CANDIDATES = 600;

/** Postings of one kind: for each key the marks that have it, in order of their place. */
interface Postings {
  readonly starts: Uint32Array;
  readonly marks: Uint32Array;
}

export interface IndexedMark {
  /** Place in the index. */
  readonly at: number;
  readonly score: number;
}

/** Keys of a mark: its signs, and the folded syllables of its characters; each once. */
function keysOf(units: Uint16Array, into: Set<number>): Set<number> {
  into.clear();
  for (const code of units) {
    into.add(code);
    for (const syllable of fuzzySyllablesOf(code)) into.add(CODES + syllable);
  }
  return into;
}

function post(marks: readonly Uint16Array[]): Postings {
  const counts = new Uint32Array(KEYS + 1);
  const keys = new Set<number>();
  for (const units of marks) for (const key of keysOf(units, keys)) counts[key + 1]!++;
  for (let key = 1; key <= KEYS; key++) counts[key]! += counts[key - 1] as number;
  const starts = counts.slice();
  const places = counts.slice();
  const posted = new Uint32Array(counts[KEYS] as number);
  for (const [at, units] of marks.entries()) for (const key of keysOf(units, keys)) posted[places[key]!++] = at;
  return { starts, marks: posted };
}

/**
 * Marks by what they look and sound like. Candidates share signs, sounds or look-alikes with the query; the best of them are
 * compared sign by sign.
 */
export class MarkIndex {
  readonly #units: Uint16Array[];
  #base: Postings;
  /** Marks of `#base`; later ones are posted in `#later` until they are merged. */
  #posted: number;
  readonly #later = new Map<number, number[]>();
  readonly #removed = new Set<number>();
  /** Points of each mark, and what of them the sign looked up now has given; valid where the stamp beside is the present one. */
  #points: Float32Array;
  #stamps: Uint32Array;
  #given: Float32Array;
  #givenStamps: Uint32Array;
  #stamp = 0;
  #signStamp = 0;

  /** @param names marks in the order of their places */
  constructor(names: Iterable<string>) {
    this.#units = Array.from(names, (name) => normaliseMark(name).units);
    this.#base = post(this.#units);
    this.#posted = this.#units.length;
    this.#points = new Float32Array(this.#units.length);
    this.#stamps = new Uint32Array(this.#units.length);
    this.#given = new Float32Array(this.#units.length);
    this.#givenStamps = new Uint32Array(this.#units.length);
  }

  get size(): number {
    return this.#units.length - this.#removed.size;
  }

  /** Adds a mark and gives its place. */
  add(name: string): number {
    const at = this.#units.length;
    const { units } = normaliseMark(name);
    this.#units.push(units);
    for (const key of keysOf(units, new Set())) {
      const known = this.#later.get(key);
      if (known === undefined) this.#later.set(key, [at]);
      else known.push(at);
    }
    if (this.#points.length < this.#units.length) this.#grow();
    return at;
  }

  /** A mark that is found no more; its place is not given again. */
  remove(at: number): void {
    this.#removed.add(at);
  }

  /** Brings later marks into the postings: done when many were added. */
  merge(): void {
    this.#base = post(this.#units);
    this.#posted = this.#units.length;
    this.#later.clear();
  }

  get unmerged(): number {
    return this.#units.length - this.#posted;
  }

  #grow(): void {
    const size = Math.ceil(this.#units.length * 1.25) + 16;
    this.#points = new Float32Array(size);
    this.#stamps = new Uint32Array(size);
    this.#given = new Float32Array(size);
    this.#givenStamps = new Uint32Array(size);
  }

  #giveOne(at: number, points: number, touched: number[]): void {
    if (this.#stamps[at] !== this.#stamp) {
      this.#stamps[at] = this.#stamp;
      this.#points[at] = 0;
      touched.push(at);
    }
    const before = this.#givenStamps[at] === this.#signStamp ? (this.#given[at] as number) : 0;
    if (points <= before) return;
    this.#points[at]! += points - before;
    this.#given[at] = points;
    this.#givenStamps[at] = this.#signStamp;
  }

  /** Gives each mark of a key what the key is worth more than what the same sign has given it before. */
  #give(key: number, points: number, touched: number[]): void {
    const { starts, marks } = this.#base;
    const end = starts[key + 1] as number;
    for (let at = starts[key] as number; at < end; at++) this.#giveOne(marks[at] as number, points, touched);
    for (const at of this.#later.get(key) ?? []) this.#giveOne(at, points, touched);
  }

  #candidates(units: Uint16Array): number[] {
    this.#stamp++;
    const touched: number[] = [];
    for (const code of new Set(units)) {
      this.#signStamp++;
      this.#give(code, 1, touched);
      for (const syllable of fuzzySyllablesOf(code)) this.#give(CODES + syllable, BY_SOUND, touched);
      for (const near of nearGlyphsOf(code)) this.#give(near.code, near.likeness * BY_GLYPH, touched);
    }
    const share = (at: number) =>
      (2 * (this.#points[at] as number)) / (units.length + (this.#units[at] as Uint16Array).length);
    return best(touched, share, CANDIDATES);
  }

  /** The marks most like a text, best first; equal ones in the order of their places. */
  search(text: string, most: number): IndexedMark[] {
    const { units } = normaliseMark(text);
    if (units.length === 0) return [];
    return this.#candidates(units)
      .filter((at) => !this.#removed.has(at))
      .map((at) => ({ at, score: alignScore(units, this.#units[at] as Uint16Array) }))
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, most);
  }
}

/** The places with the highest value, without sorting all of them. @param value 0–2 */
function best(places: readonly number[], value: (at: number) => number, most: number): number[] {
  const BUCKETS = 512;
  const counts = new Uint32Array(BUCKETS + 1);
  const buckets = new Uint16Array(places.length);
  for (const [n, at] of places.entries()) {
    const bucket = Math.min(BUCKETS, Math.floor(value(at) * (BUCKETS / 2)));
    buckets[n] = bucket;
    counts[bucket]!++;
  }
  let from = BUCKETS;
  for (let sum = counts[from] as number; from > 0 && sum < most; sum += counts[from] as number) from--;
  return places.filter((_, n) => (buckets[n] as number) >= from);
}
