import type { PreparedText } from './prepare-text.ts';

/** Weighted overlap of two sorted bags: the sum of the weights they share. */
function sharedWeight(a: Uint32Array, weights: Uint8Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) {
      shared += weights[i]!;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return shared;
}

export interface Likeness {
  /** Weighted Dice coefficient of the pairs of whole texts, 0..1. */
  whole: number;
  /** Share of the lighter text's weight found in the other. */
  contained: number;
  /** Weighted Dice coefficient of the titles, 0..1. */
  title: number;
}

export function compareTexts(a: PreparedText, b: PreparedText): Likeness {
  const shared = sharedWeight(a.pairs, a.weights, b.pairs);
  const titles = sharedWeight(a.titlePairs, a.titleWeights, b.titlePairs);
  return {
    whole: ratio(2 * shared, a.weight + b.weight),
    contained: ratio(shared, Math.min(a.weight, b.weight)),
    title: ratio(2 * titles, a.titleWeight + b.titleWeight),
  };
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
