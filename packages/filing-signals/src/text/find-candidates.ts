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
  /** Numbers of the texts with this key; empty or one long when the key says nothing. */
  textsWith(key: number): ArrayLike<number>;
  /** One more than the highest number. */
  readonly size: number;
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

/** Finds the texts that share rare keys with one text; a key of few texts weighs more than one of many. */
export class CandidateFinder {
  readonly #postings: Postings;
  #votes = new Float32Array(1024);

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  find(text: PreparedText, self: number): Candidates {
    if (this.#votes.length < this.#postings.size) this.#votes = new Float32Array(this.#postings.size * 2);
    const votes = this.#votes;
    const touched: number[] = [];
    for (const key of text.keys) {
      const others = this.#postings.textsWith(key);
      const worth = 1 / Math.log2(others.length + 1);
      for (let at = 0; at < others.length; at++) {
        const other = others[at]!;
        if (other === self) continue;
        if (votes[other] === 0) touched.push(other);
        votes[other]! += worth;
      }
    }
    const ranked = rankBest(touched, votes, MOST);
    const best = ranked[0]?.votes ?? 0;
    const closest = ranked.filter(({ votes: own }, rank) => rank < CLOSEST || own >= best * NEAR_THE_BEST);
    const usual = ranked.slice(USUAL_FROM, USUAL_TO);
    for (const other of touched) votes[other] = 0;
    return { closest, usual, usualVotes: (usual.at(-1)?.votes ?? 0) + SMOOTHING };
  }
}

/** The `most` texts with the most votes, best first, ties by number. */
function rankBest(touched: number[], votes: Float32Array, most: number): Candidate[] {
  let kept = touched;
  if (touched.length > 4 * most) {
    const sample = Float32Array.from(touched, (text) => votes[text]!).sort();
    const bar = sample[sample.length - most]!;
    kept = touched.filter((text) => votes[text]! >= bar);
  }
  return kept
    .map((text) => ({ text, votes: votes[text]! }))
    .sort((a, b) => b.votes - a.votes || a.text - b.text)
    .slice(0, most);
}
