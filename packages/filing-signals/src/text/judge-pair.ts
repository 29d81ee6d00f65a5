import model from '../data/pair-weights.json' with { type: 'json' };
import { featuresOf, MOST_USUAL, type PairFeatures, type RoughFeatures, type Usual } from './features.ts';

/** From this score on a pair counts as near-duplicate. */
export const NEAR_DUPLICATE = 0.5;

/**
 * Probability that one of two texts was made from the other, 0..1: a logistic model over the features, its weights fitted
 * on planted copies (docs in README).
 */
export function judgePair(pair: PairFeatures, a: Usual, b: Usual): number {
  const fitted = 1 / (1 + Math.exp(-sumUp(pair, atLeast(a, b))));
  return Math.max(fitted, sureOf(pair));
}

/** What clauses may add: the corners of what is possible. */
const clauseCorners = [
  { clauses: 0, clausesContained: 0 },
  { clauses: 0.5, clausesContained: 1 },
  { clauses: 1, clausesContained: 1 },
];

/**
 * Whether a pair could be a near-duplicate whatever its clauses are, and, where the second text's is not known, whatever is
 * usual for it. Never false for a pair that `judgePair` finds one: the model is linear below its curve.
 */
export function mayBeNear(pair: RoughFeatures, a: Usual, b: Usual | undefined): boolean {
  if (sureOf(pair) >= NEAR_DUPLICATE) return true;
  const corners = b ? [atLeast(a, b)] : usualCorners(a);
  return corners.some((usual) => clauseCorners.some((clauses) => sumUp({ ...pair, ...clauses }, usual) >= 0));
}

function usualCorners(a: Usual): Usual[] {
  const most = atLeast(a, { ...MOST_USUAL, votes: MOST_VOTES });
  return [a.votes, most.votes].flatMap((votes) =>
    [a.whole, most.whole].flatMap((whole) => [a.order, most.order].map((order) => ({ votes, whole, order }))),
  );
}

const atLeast = (a: Usual, b: Usual): Usual => ({
  votes: Math.max(a.votes, b.votes),
  whole: Math.max(a.whole, b.whole),
  order: Math.max(a.order, b.order),
});

function sumUp(pair: PairFeatures, usual: Usual): number {
  const features = featuresOf(pair, usual);
  let sum = model.bias;
  for (let at = 0; at < features.length; at++) sum += features[at]! * model.weights[at]!;
  return sum;
}

/** Where the texts are all but the same, a crowd of copies is what is usual; it does not make them less alike. */
function sureOf({ likeness, length, order }: RoughFeatures): number {
  const alike = likeness.whole * (length < SHORT ? order : 1);
  return alike >= SURE ? alike : 0;
}

const SURE = 0.86;
const SHORT = 40;
/** More votes than any two texts can share. */
const MOST_VOTES = 1e6;
