import type { Passage } from '../types.ts';
import { maskUnits, type UnitMasks } from './common-subsequence.ts';
import { compareTexts } from './compare-texts.ts';
import {
  MOST_USUAL,
  measureClauses,
  measureRoughly,
  NOTHING_USUAL,
  orderOf,
  type RoughFeatures,
  type Usual,
} from './features.ts';
import { type Candidate, CandidateFinder, type Lists, LONGEST_LIST } from './find-candidates.ts';
import { GramCounts } from './gram-counts.ts';
import { judgePair, mayBeNear, NEAR_DUPLICATE } from './judge-pair.ts';
import { buildKeyIndex, type KeyIndex, lookUp } from './key-index.ts';
import { findPassages } from './passages.ts';
import { countGrams, type PreparedText, prepareText, type TextUnits, toUnits } from './prepare-text.ts';

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
  pairs: { text: number; features: RoughFeatures }[];
  /** Not measured where no pair is promising. */
  usual: Usual | undefined;
}

/** What an index is made of, in the order of its documents. */
interface MadeIndex {
  counts: GramCounts;
  texts: PreparedText[];
  built: KeyIndex;
}

interface Held {
  document: TextDocument;
  prepared: PreparedText;
}

/** Pairs below these are not measured closely: in measurements no copy was lost by it. */
const LEAST_ALIKE = 0.12;
const LEAST_ABOVE = 0.03;
const LEAST_VOTES = 1.3;
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
  #from = new Uint32Array(256);
  #to = new Uint32Array(256);

  constructor(documents: Iterable<TextDocument> = []) {
    const index = this;
    this.#finder = new CandidateFinder({
      get size() {
        return index.#held.length;
      },
      listsOf: (text, self) => this.#listsOf(text, self),
    });
    this.#take([...documents]);
  }

  /** An index over documents that were counted, prepared and linked before. */
  static of(documents: readonly TextDocument[], made: MadeIndex): NearDuplicateIndex {
    const index = new NearDuplicateIndex();
    index.#take(documents, made);
    return index;
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
    this.#take(this.#held.flatMap((held) => (held ? [held.document] : [])));
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
    if (same && looked.usual) this.#usual[number] = looked.usual;
    return looked.pairs
      .map(({ text, features }) => ({
        id: this.#held[text]!.document.id,
        score: this.#judge(prepared, text, features, looked.usual!),
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
        if (!mayBeNear(features, looked.usual!, this.#usual[text])) continue;
        const score = this.#judge(held.prepared, text, features, looked.usual!);
        if (score < NEAR_DUPLICATE) continue;
        const high = low === number ? text : number;
        found.set(key, { a: this.#held[low]!.document.id, b: this.#held[high]!.document.id, score });
      }
    }
    return [...found].sort(([x], [y]) => x - y).map(([, pair]) => pair);
  }

  #take(documents: readonly TextDocument[], made = makeIndex(documents)): void {
    this.#counts = made.counts;
    this.#held = documents.map((document, at) => ({ document, prepared: made.texts[at]! }));
    this.#numbers = new Map(documents.map(({ id }, at) => [id, at]));
    this.#built = made.built;
    this.#added = new Map();
    this.#usual = [];
  }

  #listsOf(text: PreparedText, self: number): Lists {
    const { slotStarts, slots, starts, texts } = this.#built;
    const isBuilt = self >= 0 && self + 1 < slotStarts.length && this.#held[self]?.prepared === text;
    if (!isBuilt || this.#added.size > 0) return this.#gatherLists(text);
    const first = slotStarts[self]!;
    const count = slotStarts[self + 1]! - first;
    const lists = this.#makeRoom(count, texts);
    for (let at = 0; at < count; at++) {
      const slot = slots[first + at]!;
      const begin = starts[slot]!;
      lists.from[at] = begin;
      lists.to[at] = Math.min(starts[slot + 1]!, begin + LONGEST_LIST);
    }
    return lists;
  }

  /** The lists of a text that was not linked when the index was built, or of one when others were not. */
  #gatherLists(text: PreparedText): Lists {
    const found: number[] = [];
    const lists = this.#makeRoom(text.keys.length, new Uint32Array(0));
    for (let at = 0; at < text.keys.length; at++) {
      const key = text.keys[at]!;
      lists.from[at] = found.length;
      let room = LONGEST_LIST;
      for (const list of [lookUp(this.#built, key) ?? NO_TEXTS, this.#added.get(key) ?? NO_TEXTS])
        for (let i = 0; i < list.length && room > 0; i++, room--) found.push(list[i]!);
      lists.to[at] = found.length;
    }
    return { ...lists, texts: Uint32Array.from(found) };
  }

  #makeRoom(count: number, texts: Uint32Array): Lists {
    if (this.#from.length < count) {
      this.#from = new Uint32Array(2 * count);
      this.#to = new Uint32Array(2 * count);
    }
    return { texts, from: this.#from, to: this.#to, count };
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
      features: measureRoughly({ a: text, b: prepared, votes, masksOfA: masks, likeness }),
    }));
    return { pairs, usual: this.#measureUsual(text, masks, found.usual, found.usualVotes) };
  }

  #judge(text: PreparedText, other: number, rough: RoughFeatures, usual: Usual): number {
    const features = measureClauses(rough, text, this.#held[other]!.prepared);
    return judgePair(features, usual, this.#usualOf(other));
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

export function unitsOf({ title, abstract }: TextDocument): TextUnits {
  return toUnits(title, abstract ?? '');
}

function makeIndex(documents: readonly TextDocument[]): MadeIndex {
  const counts = new GramCounts(documents.length);
  const units = documents.map(unitsOf);
  for (const text of units) countGrams(text, counts);
  const texts = units.map((text) => prepareText(text, counts));
  return { counts, texts, built: buildKeyIndex(texts.map(({ keys }) => keys)) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}
