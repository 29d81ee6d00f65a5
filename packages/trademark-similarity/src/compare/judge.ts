import { isLatin } from '../text/normalise-mark.ts';
import { WEAKNESS } from '../weak/weak-words.ts';
import { Aligner } from './align.ts';
import { countFeatures, FEATURE_COUNT, type MarkSpan, REORDERED } from './features.ts';
import { type Model, utilityOf } from './model.ts';

/** Signs that tell a mark: without place names, goods and legal forms, and of a mark in two scripts its characters. */
function signsOf(units: Uint16Array, weak: Uint8Array): number {
  const telling = units.filter((_, at) => weak[at] !== WEAKNESS.generic);
  const characters = telling.filter((code) => !isLatin(code));
  return characters.length > 0 ? characters.length : telling.length;
}

/** Judges marks against one query with one model. Not shared between threads or nested searches. */
export class Judge {
  readonly aligner: Aligner;
  readonly model: Model;
  /** Features of the last mark judged. */
  readonly features = new Float64Array(FEATURE_COUNT);
  #weak: Uint8Array = new Uint8Array(0);
  #sorted = '';
  /** How long the query is to the model. */
  signs = 0;

  constructor(model: Model) {
    this.model = model;
    this.aligner = new Aligner(model.prices, model.signs);
  }

  setQuery(units: Uint16Array, weak: Uint8Array): void {
    this.aligner.setQuery(units);
    this.#weak = weak;
    this.signs = this.model.withoutGeneric ? signsOf(units, weak) : units.length;
    this.#sorted = units.toSorted().join();
  }

  /** How well a mark fits; 0 is the same signs. `features` holds why. */
  judge(mark: MarkSpan): number {
    this.aligner.align(mark.units, mark.start, mark.end);
    countFeatures(this.aligner, this.#weak, mark, this.features, this.model.countsRuns);
    const utility = utilityOf(this.model, this.features, this.signs);
    if (utility === 0 || !this.#sameSigns(mark)) return utility;
    const reordered = new Float64Array(FEATURE_COUNT);
    reordered[REORDERED] = 1;
    const other = utilityOf(this.model, reordered, this.signs);
    if (other <= utility) return utility;
    this.features.set(reordered);
    return other;
  }

  #sameSigns({ units, start, end }: MarkSpan): boolean {
    const signs = this.aligner.query.length;
    return signs > 2 && end - start === signs && units.slice(start, end).sort().join() === this.#sorted;
  }
}
