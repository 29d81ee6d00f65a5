import type { Matcher } from '../match/matcher.ts';
import type { Mention } from '../types.ts';
import { learnWeights } from './learn-weights.ts';
import { defaultWeights, type MatchWeights } from './weights.ts';

const MENTIONS = 1200;
const ENTRIES = 800;
/** Joint holders would teach wrong slips. */
const joint = /[;；、,，|\n]/;

/**
 * The weights that fit this list, learned from the defaults on an even sample of it (well under a second). The matcher's
 * own weights stay as they are: set these with `useWeights` before each of the list's names when it serves other lists too.
 */
export function learnListWeights(matcher: Matcher, mentions: readonly Mention[]): MatchWeights {
  const before = matcher.weights;
  const step = Math.max(1, Math.ceil(mentions.length / MENTIONS));
  const sample = mentions.filter(({ name }, i) => i % step === 0 && name !== '' && !joint.test(name));
  if (sample.length === 0) return defaultWeights;
  matcher.useWeights(defaultWeights);
  try {
    return learnWeights(matcher, sample, matcher.sampleEntries(ENTRIES)).weights;
  } finally {
    matcher.useWeights(before);
  }
}
