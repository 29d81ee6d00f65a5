import { addTables, GramCounts, type GramTables, makeGramTables, type Part, stretch } from './gram-counts.ts';
import { buildKeyIndex, type KeyIndex } from './key-index.ts';
import { NearDuplicateIndex, type TextDocument, unitsOf } from './near-duplicate-index.ts';
import { countGrams, prepareText } from './prepare-text.ts';
import { makeTextStore, storeText, storeUnits, type TextStore, textAt, unitsAt } from './text-store.ts';

/** Memory in which threads build one index together; it can be posted to a worker. */
export interface SharedIndexMemory {
  store: TextStore;
  /** One for each thread; the first becomes the sum. */
  tables: GramTables[];
}

/** Room for an index over these documents, built by so many threads. */
export function makeSharedIndexMemory(documents: readonly TextDocument[], threads: number): SharedIndexMemory {
  return {
    store: makeTextStore(
      documents.map(({ title, abstract }) => ({ title: title.length, abstract: abstract?.length ?? 0 })),
    ),
    tables: Array.from({ length: threads }, () => makeGramTables(documents.length, true)),
  };
}

/**
 * One thread's part of building an index in shared memory. Every thread holds the same documents and goes through `count`,
 * `add`, `prepare` in this order, none beginning a step before all have ended the last; one calls `link`, and its answer
 * goes to `finish` of all. The index is the same as one made by a single thread.
 */
export class SharedIndexBuild {
  readonly #documents: readonly TextDocument[];
  readonly #memory: SharedIndexMemory;
  readonly #part: Part;

  constructor(documents: readonly TextDocument[], memory: SharedIndexMemory, part: Part) {
    this.#documents = documents;
    this.#memory = memory;
    this.#part = part;
  }

  count(): void {
    const counts = new GramCounts(this.#documents.length, this.#memory.tables[this.#part.part]!);
    this.#each((at) => {
      const text = unitsOf(this.#documents[at]!);
      storeUnits(this.#memory.store, at, text);
      countGrams(text, counts);
    });
  }

  add(): void {
    const [sum, ...others] = this.#memory.tables;
    addTables(sum!, others, this.#part);
  }

  prepare(): void {
    const counts = this.#counts();
    const { store } = this.#memory;
    this.#each((at) => storeText(store, at, prepareText(unitsAt(store, at), counts)));
  }

  link(): KeyIndex {
    const { store } = this.#memory;
    return buildKeyIndex(
      this.#documents.map((_, at) => textAt(store, at).keys),
      true,
    );
  }

  finish(built: KeyIndex): NearDuplicateIndex {
    const { store } = this.#memory;
    const texts = this.#documents.map((_, at) => textAt(store, at));
    return NearDuplicateIndex.of(this.#documents, { counts: this.#counts(), texts, built });
  }

  #counts(): GramCounts {
    return new GramCounts(this.#documents.length, this.#memory.tables[0]!);
  }

  #each(work: (at: number) => void): void {
    const { from, to } = stretch(this.#documents.length, this.#part);
    for (let at = from; at < to; at++) work(at);
  }
}
