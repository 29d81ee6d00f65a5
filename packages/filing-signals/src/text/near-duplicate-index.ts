import type { Passage } from '../types.ts';
import { maskUnits, type UnitMasks } from './common-subsequence.ts';
import { compareTexts } from './compare-texts.ts';
import { measurePair, NOTHING_USUAL, orderOf, type PairFeatures, type Usual } from './features.ts';
import { type Candidate, CandidateFinder } from './find-candidates.ts';
import { GramCounts } from './gram-counts.ts';
import { judgePair, NEAR_DUPLICATE } from './judge-pair.ts';
import { buildKeyIndex, type KeyIndex, lookUp } from './key-index.ts';
import { findPassages } from './passages.ts';
import { countGrams, type PreparedText, prepareText, toUnits } from './prepare-text.ts';

/** A filing as text. `abstract` may be empty or null: then titles alone are compared. */
export interface TextDocument {
  id: string;
  title: string;
  abstract: string | null;
}

/** `score` is a probability, 0..1; only 0.5 and above is reported. */
export interface NearDuplicate {
  id: string;
  score: number;
}

/** `a` stands before `b` in the collection. */
export interface NearDuplicatePair {
  a: string;
  b: string;
  score: number;
}

/** A text that stands out among those closest to one. */
export interface Neighbour extends NearDuplicate {
  /** Share of the lighter text's weight that the two have in common, 0..1. */
  contained: number;
}

interface Looked {
  pairs: { text: number; features: PairFeatures }[];
  /** Not measured where no pair is promising. */
  usual: Usual | undefined;
}

interface Held {
  document: TextDocument;
  prepared: PreparedText;
}

/** Of longer lists the first are taken: only crowds of word-for-word copies have them. */
const LONGEST_LIST = 200;
/** Pairs below these are not measured closely: in measurements no copy was lost by it. */
const LEAST_ALIKE = 0.12;
const LEAST_ABOVE = 0.03;
const LEAST_VOTES = 1.3;
/** Nothing more is taken for usual: where neighbours are closer still, they are a crowd of copies. */
const MOST_USUAL = { whole: 0.5, order: 0.6, votesPerKey: 0.08 };
const NO_TEXTS: readonly number[] = [];

/**
 * Finds near-duplicate texts among titles and abstracts: candidates by consistently sampled rare grams (the idea of
 * MinHash, Broder 1997, with grams of whatever length is rare), then an exact comparison. Weights of grams are those of
 * the documents given to the constructor; documents added later are found and weighed by them until `rebuild`.
 */
export class NearDuplicateIndex {
  #counts = new GramCounts(0);
  #held: (Held | undefined)[] = [];
  #numbers = new Map<string, number>();
  #built: KeyIndex = buildKeyIndex([]);
  #added = new Map<number, number[]>();
  #usual: (Usual | undefined)[] = [];
  #finder: CandidateFinder;

  constructor(documents: Iterable<TextDocument> = []) {
    const index = this;
    this.#finder = new CandidateFinder({
      get size() {
        return index.#held.length;
      },
      textsWith: (key) => this.#textsWith(key),
    });
    this.#build([...documents]);
  }

  /** How many documents are held. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Whether so much was added that the weights no longer fit. */
  get isStale(): boolean {
    return this.#held.length > 2 * this.#counts.texts + 1000;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  /** The document as it was given, or undefined. */
  get(id: string): TextDocument | undefined {
    const number = this.#numbers.get(id);
    return number === undefined ? undefined : this.#held[number]!.document;
  }

  /** Takes a document in, in place of one with the same id. */
  add(document: TextDocument): void {
    this.remove(document.id);
    const number = this.#held.length;
    const prepared = prepareText(unitsOf(document), this.#counts);
    this.#held.push({ document, prepared });
    this.#numbers.set(document.id, number);
    for (const key of prepared.keys) {
      const list = this.#added.get(key);
      if (list) list.push(number);
      else this.#added.set(key, [number]);
    }
  }

  /** Forgets a document; one that is not held is no error. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#held[number] = undefined;
    this.#numbers.delete(id);
  }

  /** Counts all grams anew over what is held now. */
  rebuild(): void {
    this.#build(this.#held.flatMap((held) => (held ? [held.document] : [])));
  }

  /** Near-duplicates of a document, held or not, best first. */
  query(document: TextDocument): NearDuplicate[] {
    return this.neighbours(document)
      .filter(({ score }) => score >= NEAR_DUPLICATE)
      .map(({ id, score }) => ({ id, score }));
  }

  /** All texts that stand out among those closest to a document, near-duplicates or not, best first. */
  neighbours(document: TextDocument): Neighbour[] {
    const number = this.#numbers.get(document.id) ?? -1;
    const held = number >= 0 ? this.#held[number] : undefined;
    const same = held && held.document.title === document.title && held.document.abstract === document.abstract;
    const prepared = same ? held.prepared : prepareText(unitsOf(document), this.#counts);
    const looked = this.#look(prepared, number);
    return looked.pairs
      .map(({ text, features }) => ({
        id: this.#held[text]!.document.id,
        score: judgePair(features, looked.usual!, this.#usualOf(text)),
        contained: features.likeness.contained,
      }))
      .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1));
  }

  /**
   * All near-duplicate pairs of documents whose place is `part` modulo `of` (all by default), in the order of the
   * collection. A pair is found from either side and reported once; with parts, from each side whose part it is.
   */
  pairs({ part = 0, of = 1 } = {}): NearDuplicatePair[] {
    const found = new Map<number, NearDuplicatePair>();
    const total = this.#held.length;
    for (let number = part; number < total; number += of) {
      const held = this.#held[number];
      if (!held) continue;
      const looked = this.#look(held.prepared, number);
      if (looked.usual) this.#usual[number] = looked.usual;
      for (const { text, features } of looked.pairs) {
        const low = Math.min(number, text);
        const key = low * total + Math.max(number, text);
        if (found.has(key)) continue;
        const score = judgePair(features, looked.usual!, this.#usualOf(text));
        if (score < NEAR_DUPLICATE) continue;
        const high = low === number ? text : number;
        found.set(key, { a: this.#held[low]!.document.id, b: this.#held[high]!.document.id, score });
      }
    }
    return [...found].sort(([x], [y]) => x - y).map(([, pair]) => pair);
  }

  #build(documents: readonly TextDocument[]): void {
    this.#counts = new GramCounts(documents.length);
    const units = documents.map(unitsOf);
    for (const text of units) countGrams(text, this.#counts);
    this.#held = documents.map((document, at) => ({ document, prepared: prepareText(units[at]!, this.#counts) }));
    this.#numbers = new Map(documents.map(({ id }, at) => [id, at]));
    this.#built = buildKeyIndex(this.#held.map((held) => held!.prepared.keys));
    this.#added = new Map();
    this.#usual = [];
  }

  #textsWith(key: number): ArrayLike<number> {
    const built = lookUp(this.#built, key);
    const added = this.#added.get(key);
    const all = added ? [...(built ?? NO_TEXTS), ...added] : (built ?? NO_TEXTS);
    return all.length > LONGEST_LIST ? all.slice(0, LONGEST_LIST) : all;
  }

  /** The texts closest to one, measured, and what is usual for it. */
  #look(text: PreparedText, self: number): Looked {
    const found = this.#finder.find(text, self);
    const usualWhole = this.#usualWhole(text, found.usual);
    const promising = found.closest.flatMap(({ text: other, votes }) => {
      const held = this.#held[other];
      if (!held) return [];
      const likeness = compareTexts(text, held.prepared);
      const above = likeness.whole - usualWhole;
      const stands = likeness.whole >= LEAST_ALIKE && (above >= LEAST_ABOVE || votes >= LEAST_VOTES * found.usualVotes);
      return stands ? [{ text: other, prepared: held.prepared, votes, likeness }] : [];
    });
    if (promising.length === 0) return { pairs: [], usual: undefined };
    const masks = maskUnits(text.units);
    const pairs = promising.map(({ text: other, prepared, votes, likeness }) => ({
      text: other,
      features: measurePair({ a: text, b: prepared, votes, masksOfA: masks, likeness }),
    }));
    return { pairs, usual: this.#measureUsual(text, masks, found.usual, found.usualVotes) };
  }

  #usualWhole(text: PreparedText, others: Candidate[]): number {
    const there = others.flatMap(({ text: other }) => this.#held[other]?.prepared ?? []);
    if (there.length === 0) return NOTHING_USUAL.whole;
    return Math.min(MOST_USUAL.whole, median(there.map((other) => compareTexts(text, other).whole)));
  }

  #measureUsual(text: PreparedText, masks: UnitMasks, others: Candidate[], votes: number): Usual {
    const there = others.flatMap(({ text: other }) => this.#held[other]?.prepared ?? []);
    if (there.length === 0) return NOTHING_USUAL;
    return {
      votes: Math.min(votes, Math.max(NOTHING_USUAL.votes, MOST_USUAL.votesPerKey * text.keys.length)),
      whole: Math.min(MOST_USUAL.whole, median(there.map((other) => compareTexts(text, other).whole))),
      order: Math.min(MOST_USUAL.order, median(there.map((other) => orderOf(masks, text, other)))),
    };
  }

  #usualOf(number: number): Usual {
    const known = this.#usual[number];
    if (known) return known;
    const { prepared } = this.#held[number]!;
    const found = this.#finder.find(prepared, number);
    const usual = this.#measureUsual(prepared, maskUnits(prepared.units), found.usual, found.usualVotes);
    this.#usual[number] = usual;
    return usual;
  }
}

/** The stretches two documents have in common, title first. */
export function listPassages(a: TextDocument, b: TextDocument): Passage[] {
  return [...findPassages('title', a.title, b.title), ...findPassages('abstract', a.abstract ?? '', b.abstract ?? '')];
}

function unitsOf({ id, title, abstract }: TextDocument): ReturnType<typeof toUnits> {
  return toUnits(id, title, abstract ?? '');
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}
