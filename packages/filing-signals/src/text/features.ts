import { longestCommonSubsequence, type UnitMasks } from './common-subsequence.ts';
import type { Likeness } from './compare-texts.ts';
import { shareFoundAgain } from './match-clauses.ts';
import type { PreparedText } from './prepare-text.ts';

/** What is usual between a text and those of its field. */
export interface Usual {
  votes: number;
  whole: number;
  order: number;
}

/** Units of a short abstract. */
const FULL_LENGTH = 60;

/** Nothing more is taken for usual: where neighbours are closer still, they are a crowd of copies. */
export const MOST_USUAL = { whole: 0.5, order: 0.6, votesPerKey: 0.08 };

/** Used where a text has hardly any neighbour. */
export const NOTHING_USUAL: Usual = { votes: 0.3, whole: 0.04, order: 0.15 };

/** What is cheap to measure between two texts. */
export interface RoughFeatures {
  likeness: Likeness;
  order: number;
  keys: number;
  votes: number;
  /** Units of the shorter text. */
  length: number;
}

export interface PairFeatures extends RoughFeatures {
  /** Share of the units of both texts whose clause is found again in the other, 0..1. */
  clauses: number;
  /** The same of the text of which more is found. */
  clausesContained: number;
}

export interface PairInput {
  a: PreparedText;
  b: PreparedText;
  votes: number;
  masksOfA: UnitMasks;
  likeness: Likeness;
}

/** Order-preserving likeness: twice the longest common subsequence over both lengths. */
export function orderOf(masksOfA: UnitMasks, a: PreparedText, b: PreparedText): number {
  return (2 * longestCommonSubsequence(masksOfA, b.units)) / Math.max(1, a.units.length + b.units.length);
}

export function measureRoughly({ a, b, votes, masksOfA, likeness }: PairInput): RoughFeatures {
  return {
    likeness,
    order: orderOf(masksOfA, a, b),
    keys: Math.sqrt(votes / Math.max(1, Math.min(a.keys.length, b.keys.length))),
    votes,
    length: Math.min(a.units.length, b.units.length),
  };
}

export function measureClauses(rough: RoughFeatures, a: PreparedText, b: PreparedText): PairFeatures {
  const there = shareFoundAgain(a.units, a.clauses, b.units, b.clauses);
  const back = shareFoundAgain(b.units, b.clauses, a.units, a.clauses);
  return { ...rough, clauses: (there + back) / 2, clausesContained: Math.max(there, back) };
}

/**
 * The features of a pair against what is usual for the more usual-looking of the two, in the order of
 * data/pair-weights.json.
 */
export function featuresOf(pair: PairFeatures, usual: Usual): number[] {
  const { whole, contained, title } = pair.likeness;
  const plain = [
    whole,
    contained,
    title,
    pair.order,
    pair.keys,
    Math.log((pair.votes + 0.3) / usual.votes),
    whole - usual.whole,
    pair.order - usual.order,
    pair.clauses,
    pair.clausesContained,
    usual.whole,
    usual.order,
  ];
  // Short texts agree by chance more easily: each feature has a second weight that grows as texts get short.
  const brevity = Math.sqrt(FULL_LENGTH / (pair.length + FULL_LENGTH / 4));
  return [...plain, ...plain.map((value) => value * brevity), brevity];
}
