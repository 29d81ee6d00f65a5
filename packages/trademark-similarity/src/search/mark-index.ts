import { Judge } from '../compare/judge.ts';
import { type Level, levelOf, type Model, scoreOf } from '../compare/model.ts';
import { currentModel } from '../models/index.ts';
import { normaliseMark } from '../text/normalise-mark.ts';
import { standardWeakWordList } from '../weak/standard-weak-words.ts';
import type { WeakWordList } from '../weak/weak-words.ts';
import { CandidateFinder } from './candidates.ts';
import { MarkShelf } from './mark-shelf.ts';

export interface MarkIndexOptions {
  readonly model?: Model;
  readonly weakWords?: WeakWordList;
}

export interface SearchOptions {
  /** Marks of a lower level are cut; `arguable` unless told. */
  readonly least?: Exclude<Level, 'identical'>;
}

export interface FoundMark {
  /** Place in the index. */
  readonly at: number;
  /** 0–1: share of such comparisons that the standard calls near or arguable; 1 = the same signs. */
  readonly score: number;
  readonly level: Level;
}

/**
 * Marks by what they look, sound and mean like. Candidates share signs, sounds or look-alikes with the query; the best of them
 * are compared sign by sign and judged by the model.
 */
export class MarkIndex {
  readonly #shelf: MarkShelf;
  readonly #model: Model;
  readonly #weakWords: WeakWordList;
  readonly #judge: Judge;
  #finder: CandidateFinder;

  /** @param names marks in the order of their places */
  constructor(names: Iterable<string>, options: MarkIndexOptions = {}) {
    this.#model = options.model ?? currentModel();
    this.#weakWords = options.weakWords ?? standardWeakWordList();
    this.#judge = new Judge(this.#model);
    this.#shelf = MarkShelf.of(names, this.#weakWords);
    this.#finder = new CandidateFinder(this.#shelf.places);
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
  search(text: string, most: number, { least = 'arguable' }: SearchOptions = {}): FoundMark[] {
    const { units } = normaliseMark(text);
    if (units.length === 0) return [];
    const levels = this.#model.levels;
    const floor = least === 'far' ? 0 : levels[least];
    return this.judgeAll(units)
      .map(({ at, utility }) => {
        const score = utility >= 0 ? 1 : Math.min(0.999, scoreOf(this.#model, utility, units.length));
        return { at, score, level: levelOf(this.#model, score) };
      })
      .filter(({ score }) => score >= floor)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, most);
  }

  /** Utilities of all candidates, in no order; with the features of each for the learning of models. */
  judgeAll(units: Uint16Array, features?: (features: Float64Array, at: number) => void) {
    if (this.#finder.capacity < this.#shelf.places)
      this.#finder = new CandidateFinder(Math.ceil(this.#shelf.places * 1.25) + 16);
    const weak = new Uint8Array(units.length);
    this.#weakWords.mark(units, 0, units.length, weak);
    this.#judge.setQuery(units, weak);
    const judged: { at: number; utility: number }[] = [];
    for (const at of this.#finder.find(units, this.#shelf)) {
      if (this.#shelf.isRemoved(at)) continue;
      judged.push({ at, utility: this.#judge.judge(this.#shelf.span(at)) });
      features?.(this.#judge.features, at);
    }
    return judged;
  }
}
