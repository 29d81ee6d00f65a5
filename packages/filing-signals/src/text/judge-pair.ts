import model from '../data/pair-weights.json' with { type: 'json' };
import { featuresOf, type PairFeatures, type Usual } from './features.ts';

/** From this score on a pair counts as near-duplicate. */
export const NEAR_DUPLICATE = 0.5;

/**
 * Probability that one of two texts was made from the other, 0..1: a logistic model over the features, its weights fitted
 * on planted copies (docs in README).
 */
export function judgePair(pair: PairFeatures, a: Usual, b: Usual): number {
  const usual = {
    votes: Math.max(a.votes, b.votes),
    whole: Math.max(a.whole, b.whole),
    order: Math.max(a.order, b.order),
  };
  const features = featuresOf(pair, usual);
  let sum = model.bias;
  for (let at = 0; at < features.length; at++) sum += features[at]! * model.weights[at]!;
  const fitted = 1 / (1 + Math.exp(-sum));
  // Where the texts are all but the same, a crowd of copies is what is usual; it does not make them less alike.
  const alike = pair.likeness.whole * (pair.length < SHORT ? pair.order : 1);
  return Math.max(fitted, alike >= SURE ? alike : 0);
}

const SURE = 0.86;
const SHORT = 40;
