import type { SignalSettings } from '../settings.ts';
import { canonicalise } from '../text/canonical.ts';
import { framesOf } from '../text/clause-frames.ts';
import {
  NearDuplicateIndex,
  type NearDuplicatePair,
  type Neighbour,
  type TextDocument,
} from '../text/near-duplicate-index.ts';
import type { Filing } from '../types.ts';

/** Who is close to whom among the filings; kept between searches, brought up to date filing by filing. */
export class TextLinks {
  readonly #index: NearDuplicateIndex;
  readonly #fewestUnits: number;
  readonly #remembered = new Map<string, { key: string; value: unknown }>();
  readonly #frames = new Map<string, { abstract: string | null; frames: string[] }>();
  readonly #near = new Map<string, Map<string, Neighbour>>();

  constructor(filings: readonly Filing[], { fewestUnits }: SignalSettings['text']) {
    this.#fewestUnits = fewestUnits;
    this.#index = new NearDuplicateIndex(filings.filter((filing) => this.#says(filing)).map(documentOf));
    for (const filing of filings) this.#find(filing.id);
  }

  /** Whether so much has changed that it is better to begin anew. */
  get isStale(): boolean {
    return this.#index.isStale;
  }

  /** Takes in what is new or otherwise than before, forgets what is gone. */
  update(filings: ReadonlyMap<string, Filing>, changed: readonly string[]): void {
    const touched = changed.filter((id) => this.#index.has(id) || filings.has(id));
    for (const id of touched) this.#forget(id);
    for (const id of touched) {
      const filing = filings.get(id);
      if (filing && this.#says(filing)) this.#index.add(documentOf(filing));
      else this.#index.remove(id);
    }
    for (const id of touched) this.#find(id);
  }

  /** Texts that stand out among those closest to a filing. */
  of(id: string): Neighbour[] {
    return [...(this.#near.get(id)?.values() ?? [])];
  }

  /** Frames of the clauses of a filing's abstract. */
  framesOf({ id, abstract }: Filing): string[] {
    const known = this.#frames.get(id);
    if (known?.abstract === abstract) return known.frames;
    const frames = framesOf(abstract ?? '');
    this.#frames.set(id, { abstract, frames });
    return frames;
  }

  /** What was worked out of a filing's neighbours, until one of them changes. */
  remember<T>(id: string, key: string, work: () => T): T {
    const known = this.#remembered.get(id);
    if (known?.key === key) return known.value as T;
    const value = work();
    this.#remembered.set(id, { key, value });
    return value;
  }

  /** Near-duplicate pairs, each once. */
  *pairs(): Generator<NearDuplicatePair> {
    for (const [a, near] of this.#near)
      for (const { id: b, score } of near.values()) if (a < b && score >= 0.5) yield { a, b, score };
  }

  #says({ title, abstract }: Filing): boolean {
    return canonicalise(title + (abstract ?? '')).units.length >= this.#fewestUnits;
  }

  #find(id: string): void {
    const document = this.#index.get(id);
    if (!document) return;
    for (const neighbour of this.#index.neighbours(document)) {
      this.#link(id, neighbour);
      this.#link(neighbour.id, { ...neighbour, id });
    }
  }

  #link(from: string, neighbour: Neighbour): void {
    let own = this.#near.get(from);
    if (!own) {
      own = new Map();
      this.#near.set(from, own);
    }
    own.set(neighbour.id, neighbour);
  }

  #forget(id: string): void {
    for (const other of [id, ...(this.#near.get(id)?.keys() ?? [])]) this.#remembered.delete(other);
    for (const other of this.#near.get(id)?.keys() ?? []) this.#near.get(other)?.delete(id);
    this.#near.delete(id);
  }
}

function documentOf({ id, title, abstract }: Filing): TextDocument {
  return { id, title, abstract };
}
