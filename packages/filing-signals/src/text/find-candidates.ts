import type { PreparedText } from './prepare-text.ts';

/** How many texts are looked at closely, at least and at most. */
const CLOSEST = 8;
const MOST = 160;
/** Texts with this share of the best one's votes are looked at whatever their rank: copies come in crowds. */
const NEAR_THE_BEST = 0.5;
/** The ranks at which texts are no copies any more, but of the same field: what is usual for this text. */
const USUAL_FROM = 24;
const USUAL_TO = 29;
const SMOOTHING = 0.3;

/** Where the texts with a key are found: numbers of texts, in any order. */
export interface Postings {
  /** One more than the highest number. */
  readonly size: number;
  /** The lists of texts that share a key with the text; valid until the next call. */
  listsOf(text: PreparedText, self: number): Lists;
}

/** `count` lists: numbers of texts from `texts[from[i]]` up to `texts[to[i] - 1]`. */
export interface Lists {
  texts: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  count: number;
}

export interface Candidate {
  text: number;
  votes: number;
}

export interface Candidates {
  closest: Candidate[];
  usual: Candidate[];
  /** Votes of the texts that are merely of the same field. */
  usualVotes: number;
}

/** Of longer lists the first are taken: only crowds of word-for-word copies have them. */
export const LONGEST_LIST = 200;
/** Worth of a key by the number of texts that have it. */
const worthOf = Float64Array.from({ length: LONGEST_LIST + 1 }, (_, texts) => 1 / Math.log2(texts + 1));

/** Finds the texts that share rare keys with one text; a key of few texts weighs more than one of many. */
export class CandidateFinder {
  readonly #postings: Postings;
  #votes = new Float32Array(1024);
  #touched = new Uint32Array(1024);

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  find(text: PreparedText, self: number): Candidates {
    const { size } = this.#postings;
    if (this.#votes.length < size) {
      this.#votes = new Float32Array(size * 2);
      this.#touched = new Uint32Array(size * 2);
    }
    const votes = this.#votes;
    const touched = this.#touched;
    let count = 0;
    const lists = this.#postings.listsOf(text, self);
    const { texts, from, to } = lists;
    for (let list = 0; list < lists.count; list++) {
      const begin = from[list]!;
      const end = to[list]!;
      const worth = worthOf[end - begin]!;
      for (let at = begin; at < end; at++) {
        const other = texts[at]!;
        const before = votes[other]!;
        if (before === 0) touched[count++] = other;
        votes[other] = before + worth;
      }
    }
    if (self >= 0 && votes[self] !== 0) votes[self] = -1;
    const ranked = rankBest(touched.subarray(0, count), votes);
    for (let at = 0; at < count; at++) votes[touched[at]!] = 0;
    const best = ranked[0]?.votes ?? 0;
    const closest = ranked.filter(({ votes: own }, rank) => rank < CLOSEST || own >= best * NEAR_THE_BEST);
    const usual = ranked.slice(USUAL_FROM, USUAL_TO);
    return { closest, usual, usualVotes: (usual.at(-1)?.votes ?? 0) + SMOOTHING };
  }
}

/** The texts with the most votes, best first, ties by number: as many as are looked at, and what is usual beside them. */
function rankBest(touched: Uint32Array, votes: Float32Array): Candidate[] {
  const sorted = new Float32Array(touched.length);
  for (let at = 0; at < touched.length; at++) sorted[at] = votes[touched[at]!]!;
  sorted.sort();
  const best = sorted.at(-1) ?? 0;
  const enough = sorted[Math.max(0, sorted.length - USUAL_TO)] ?? 0;
  const limit = sorted[Math.max(0, sorted.length - MOST)] ?? 0;
  const bar = Math.max(limit, Math.min(enough, best * NEAR_THE_BEST));
  const kept: Candidate[] = [];
  for (let at = 0; at < touched.length; at++) {
    const text = touched[at]!;
    const own = votes[text]!;
    if (own >= bar && own > 0) kept.push({ text, votes: own });
  }
  return kept.sort((a, b) => b.votes - a.votes || a.text - b.text).slice(0, MOST);
}
