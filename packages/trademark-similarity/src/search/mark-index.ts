import { utilityOfWay } from '../compare/compare-marks.ts';
import { FEATURE_COUNT, LETTERS } from '../compare/features.ts';
import { Judge } from '../compare/judge.ts';
import { type Level, levelOf, type Model, scoreOf } from '../compare/model.ts';
import { listVariants, readAlike, readingHash } from '../compare/variants.ts';
import { currentModel } from '../models/index.ts';
import type { SenseDictionary } from '../sense/senses.ts';
import { standardSenses } from '../sense/standard-senses.ts';
import { normaliseMark } from '../text/normalise-mark.ts';
import { standardWeakWordList } from '../weak/standard-weak-words.ts';
import type { WeakWordList } from '../weak/weak-words.ts';
import { CandidateFinder } from './candidates.ts';
import { MarkShelf } from './mark-shelf.ts';
import { readStore, writeStore } from './store-file.ts';

export interface MarkIndexOptions {
  /** The latest one unless another is asked for: old answers can be made again. */
  readonly model?: Model;
  readonly weakWords?: WeakWordList;
  readonly senses?: SenseDictionary;
}

export interface SearchOptions {
  /** Marks of a lower level are cut, not padded; `arguable` unless told. */
  readonly least?: Exclude<Level, 'identical'>;
  /** Only marks at places for which this says so: by class, by state, by owner. */
  readonly where?: (at: number) => boolean;
}

export interface FoundMark {
  /** Place in the index. */
  readonly at: number;
  /** 0–1: share of such comparisons that the standard calls near or arguable; 1 = the same signs. */
  readonly score: number;
  readonly level: Level;
}

interface Judged {
  at: number;
  utility: number;
  level: Level;
}
const RANKS: Readonly<Record<Level, number>> = { identical: 3, near: 2, arguable: 1, far: 0 };

/**
 * Marks by what they look, sound and mean like. Candidates share signs, sounds or look-alikes with the query; the best of them
 * are compared sign by sign and judged by the model. One search at a time: an index is not for several threads.
 */
export class MarkIndex {
  readonly #shelf: MarkShelf;
  readonly #model: Model;
  readonly #weakWords: WeakWordList;
  readonly #senses: SenseDictionary;
  readonly #judge: Judge;
  #finder: CandidateFinder;

  /** @param names marks in the order of their places, or the shelf of a saved index */
  constructor(names: Iterable<string> | MarkShelf, options: MarkIndexOptions = {}) {
    this.#model = options.model ?? currentModel();
    this.#weakWords = options.weakWords ?? standardWeakWordList();
    this.#senses = options.senses ?? standardSenses();
    this.#judge = new Judge(this.#model);
    this.#shelf = names instanceof MarkShelf ? names : MarkShelf.of(names, this.#weakWords);
    this.#finder = new CandidateFinder(this.#shelf.places, this.#model.signs);
  }

  /**
   * An index out of the bytes of {@link MarkIndex.save}; they are used in place, not copied.
   * @throws RangeError for bytes that are no saved index or of another format
   */
  static load(bytes: ArrayBuffer | SharedArrayBuffer, options: MarkIndexOptions = {}): MarkIndex {
    const { store, removed } = readStore(bytes);
    const shelf = new MarkShelf(store);
    for (const at of removed) shelf.remove(at);
    return new MarkIndex(shelf, options);
  }

  /** One block of bytes that {@link MarkIndex.load} opens without work; added marks are merged first. */
  save(): ArrayBuffer {
    this.merge();
    return writeStore(this.#shelf.store, this.#shelf.removed);
  }

  /** Marks that can be found. */
  get size(): number {
    return this.#shelf.size;
  }

  /** Adds a mark and gives its place. */
  add(name: string): number {
    return this.#shelf.add(name, this.#weakWords);
  }

  /** A mark that is found no more; its place is not given again. */
  remove(at: number): void {
    this.#shelf.remove(at);
  }

  /** Brings added marks into the flat arrays: done when many were added. */
  merge(): void {
    this.#shelf.merge();
  }

  get unmerged(): number {
    return this.#shelf.unmerged;
  }

  /** The marks most like a text, best first; equal ones in the order of their places. */
  search(text: string, most: number, { least = 'arguable', where }: SearchOptions = {}): FoundMark[] {
    const { units } = normaliseMark(text);
    if (units.length === 0) return [];
    return this.judgeAll(units)
      .filter(({ at, level }) => RANKS[level] >= RANKS[least] && (where === undefined || where(at)))
      .sort((a, b) => b.utility - a.utility || a.at - b.at)
      .slice(0, most)
      .map(({ at, utility, level }) => ({ at, score: this.#scoreOf(utility), level }));
  }

  /** Of a mark judged against the last query. */
  #scoreOf(utility: number): number {
    return utility >= 0 ? 1 : scoreOf(this.#model, utility, this.#judge.signs);
  }

  /**
   * All candidates judged, in no order; a caller that learns models is also given the features of each.
   * @param units signs of a normalised mark, at least one
   */
  judgeAll(units: Uint16Array, features?: (features: Float64Array, at: number) => void): Judged[] {
    if (this.#finder.capacity < this.#shelf.places)
      this.#finder = new CandidateFinder(Math.ceil(this.#shelf.places * 1.25) + 16, this.#model.signs);
    const weak = new Uint8Array(units.length);
    this.#weakWords.mark(units, 0, units.length, weak);
    this.#judge.setQuery(units, weak);
    const judged = new Map<number, Judged>();
    for (const at of this.#finder.find(units, this.#shelf)) {
      if (this.#shelf.isRemoved(at)) continue;
      const utility = this.#judge.judge(this.#shelf.span(at));
      const level = levelOf(this.#model, this.#scoreOf(utility), this.#judge.features, this.#judge.signs);
      judged.set(at, { at, utility, level });
      features?.(this.#judge.features, at);
    }
    this.#addWays(units, weak, judged);
    return [...judged.values()];
  }

  /** Marks that meet the query another way: split characters, letters, translations. */
  #addWays(units: Uint16Array, weak: Uint8Array, judged: Map<number, Judged>): void {
    const raise = (at: number, feature: number): void => {
      if (this.#shelf.isRemoved(at)) return;
      const utility = utilityOfWay(this.#model, feature, this.#judge.signs);
      const known = judged.get(at);
      if (known !== undefined && known.utility >= utility) return;
      const features = new Float64Array(FEATURE_COUNT);
      features[feature] = 1;
      const level = levelOf(this.#model, this.#scoreOf(utility), features, this.#judge.signs);
      judged.set(at, { at, utility, level });
    };
    const distinctive = units.filter((_, at) => weak[at] === 0);
    for (const variant of listVariants(units, distinctive, this.#senses))
      for (const at of this.#shelf.equal(variant.units)) raise(at, variant.feature);
    const reading = readingHash(units);
    if (reading === 0) return;
    for (const at of this.#shelf.readAs(reading)) {
      const { units: signs, start, end } = this.#shelf.span(at);
      if (readAlike(units, signs.subarray(start, end))) raise(at, LETTERS);
    }
  }
}
