import type { Weighed } from '../match/weighed.ts';
import type { Mention, RegisterEntry } from '../types.ts';
import { checkWeights, type MatchWeights } from './weights.ts';

/** What learning needs of a matcher. */
export interface Learner {
  readonly weights: MatchWeights;
  useWeights(weights: MatchWeights): void;
  inspect(mention: Mention, without?: string): { first: Weighed | undefined; unseen: number };
}

export interface LearningReport {
  weights: MatchWeights;
  /** per guard level: share among the mentions, share among firms that are surely absent, estimated precision. */
  guards: { level: string; count: number; mentions: number; absent: number; precision: number; lifted: boolean }[];
}

const ROUNDS = 2;
/** Pseudo-counts that the starting weights are worth. */
const PRIOR_COUNT = 300;
/** A guard is lifted when so many of the links it stops would be right, and there are enough of them to know. */
const LEAST_PRECISION = 0.9;
const LEAST_COUNT = 12;
/** Wrong links, as a share of all mentions, that lifting guards may bring the whole list to. */
const MOST_WRONG = 0.003;
const liftable = new Set(['plain', 'swap', 'trade', 'edit']);

/**
 * Learns how this list corrupts names, and tells the matcher. Two rounds of expectation–maximisation over the mentions
 * give the m-probabilities of place, form and slips and the share of unseen parties (Fellegi–Sunter; Winkler 1988). A guard
 * is lifted when the pattern it stops is far more frequent among the mentions than among register entries matched with
 * themselves left out, which are true non-matches, and the whole list stays under 0.3 % wrong links. 2,000–4,000 mentions are enough; fewer move the weights less.
 */
export function learnWeights(
  matcher: Learner,
  mentions: readonly Mention[],
  absent: readonly RegisterEntry[],
): LearningReport {
  for (let round = 0; round < ROUNDS; round++) {
    const tally = new Tally();
    for (const mention of mentions) tally.add(matcher.inspect(mention));
    const weights = tally.weights(matcher.weights);
    checkWeights(weights);
    matcher.useWeights(weights);
  }
  const stopped = countGuards(
    mentions.map((mention) => matcher.inspect(mention).first),
    matcher.weights,
  );
  const wrong = countGuards(
    absent.map((entry) => matcher.inspect({ id: entry.id, name: entry.name }, entry.id).first),
    matcher.weights,
  );
  let wrongShare = (matcher.weights.unseen * (wrong.get(LINKED) ?? 0)) / Math.max(1, absent.length);
  const guards = [...stopped]
    .filter(([level]) => level !== LINKED)
    .map(([level, count]) => {
      const share = count / mentions.length;
      // One false pattern is always thinkable: add-one keeps a small sample from proving too much.
      const falseShare = ((wrong.get(level) ?? 0) + 1) / (absent.length + 1);
      const precision = 1 - Math.min(1, (matcher.weights.unseen * falseShare) / share);
      return { level, count, mentions: share, absent: falseShare, precision, lifted: false };
    })
    .sort((a, b) => b.precision - a.precision);
  for (const guard of guards) {
    const more = matcher.weights.unseen * guard.absent;
    const known = liftable.has(guard.level) && guard.count >= LEAST_COUNT && guard.precision >= LEAST_PRECISION;
    guard.lifted = known && wrongShare + more <= MOST_WRONG;
    if (guard.lifted) wrongShare += more;
  }
  const lifted = guards.filter((guard) => guard.lifted).map(({ level }) => level);
  const weights = { ...matcher.weights, lifted: [...new Set([...matcher.weights.lifted, ...lifted])] };
  matcher.useWeights(weights);
  return { weights, guards };
}

/** Counted for a candidate that no guard stops. */
const LINKED = '';

/** How often each guard alone keeps a likely candidate from being linked. */
function countGuards(found: readonly (Weighed | undefined)[], weights: MatchWeights): Map<string, number> {
  const counts = new Map<string, number>();
  for (const first of found) {
    if (!first || first.posterior < weights.thresholds.auto) continue;
    const level = first.guard?.level ?? LINKED;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

/** Expected counts of each level, weighted by the posterior of the best candidate. */
class Tally {
  private readonly counts = new Map<string, number>();
  private total = 0;
  private unseen = 0;
  private linked = 0;

  add({ first, unseen }: { first: Weighed | undefined; unseen: number }): void {
    this.total++;
    this.unseen += unseen;
    if (!first) return;
    const { posterior, score, edits } = first;
    this.linked += posterior;
    this.count(`place.${score.place}`, posterior);
    this.count(`form.${score.form}`, posterior);
    if (score.core === 'tail') this.count('edit.tail', posterior);
    if (score.core === 'equal') this.count('edit.none', posterior);
    for (const edit of edits) {
      this.count(`edit.${edit.kind}`, posterior);
      if (edit.kind === 'substitution' && edit.how === 'none') this.count('edit.plain', posterior);
    }
  }

  private count(level: string, by: number): void {
    this.counts.set(level, (this.counts.get(level) ?? 0) + by);
  }

  weights(before: MatchWeights): MatchWeights {
    const of = (level: string): number => this.counts.get(level) ?? 0;
    const blend = (prior: number, count: number, total = this.linked): number =>
      Math.min(0.995, Math.max(1e-4, (prior * PRIOR_COUNT + count) / (PRIOR_COUNT + total)));
    const { place, form, edit } = before;
    const substitutions = of('edit.substitution');
    const plain = (edit.plain * 40 + of('edit.plain')) / (40 + substitutions);
    return {
      ...before,
      // Names that nothing resembles weigh in full, so a list of strangers is known for one.
      unseen: Math.min(0.9, Math.max(0.02, blend(before.unseen, this.unseen, this.total))),
      place: {
        same: blend(place.same, of('place.same')),
        missing: blend(place.missing, of('place.missing')),
        coarser: blend(place.coarser, of('place.coarser')),
        finer: blend(place.finer, of('place.finer') + of('place.added')),
        // The guard keeps other places from linking, so this is not learned: a list cannot vouch for it.
        apart: place.apart,
      },
      form: {
        same: blend(form.same, of('form.same')),
        variant: blend(form.variant, of('form.variant')),
        missing: blend(form.missing, of('form.missing')),
        other: form.other,
      },
      edit: {
        none: blend(edit.none, of('edit.none')),
        substitution: blend(edit.substitution, substitutions),
        plain: Math.min(0.9, Math.max(0.02, plain)),
        deletion: blend(edit.deletion, of('edit.deletion')),
        insertion: blend(edit.insertion, of('edit.insertion')),
        swap: blend(edit.swap, of('edit.swap')),
        tail: blend(edit.tail, of('edit.tail')),
      },
    };
  }
}
