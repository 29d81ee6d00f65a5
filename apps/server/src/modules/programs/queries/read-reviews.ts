import type { RankedProject, ReviewPanel } from '@jince/contract';
import { deviations, isOutlier, type ReviewRules, readScores, type ScoreParts } from '../domain/score-review.ts';
import type { ReviewRow } from '../repositories/review-repository.ts';

type ExpertScore = ReviewPanel['scores'][number];

/** Scores of one project's experts with how far each lies from the middle; withdrawn ones count for nothing. */
export function readReviews(
  reviews: readonly ReviewRow[],
  rules: ReviewRules,
): { readonly scores: ExpertScore[]; readonly parts: ScoreParts | null } {
  const counted = reviews.filter((review) => review.state === 'scored' && review.total !== null);
  const totals = counted.map((review) => review.total ?? 0);
  const apart = deviations(totals);
  const scores = reviews.map((review): ExpertScore => {
    const at = counted.indexOf(review);
    const deviation = at < 0 ? null : (apart[at] ?? null);
    return {
      expertId: review.expert_id,
      expert: review.expert,
      employer: review.employer,
      state: review.state,
      total: review.total,
      points: review.points,
      comment: review.comment,
      scoredAt: review.scored_at,
      enteredBy: review.entered_by,
      withdrawnReason: review.withdrawn_reason,
      deviation,
      outlier: isOutlier(deviation, totals.length, rules),
    };
  });
  return { scores, parts: totals.length === 0 ? null : readScores(totals, rules) };
}

export const toParts = (parts: ScoreParts): RankedProject['parts'] => ({ ...parts, steps: [...parts.steps] });
