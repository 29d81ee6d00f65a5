import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { deviations, isOutlier, readScores } from '../domain/score-review.ts';
import { updateProject } from '../repositories/project-repository.ts';
import { listReviews } from '../repositories/review-repository.ts';
import { projectOf } from './project-of.ts';

async function reviewersOf({ tx, ctx, file }: ActionStep) {
  const project = await projectOf(tx, ctx, file);
  const rules = ctx.services.jurisdiction.programmes.settings.review;
  const reviews = (await listReviews(tx, ctx.district, [project.id])).filter((one) => one.state !== 'withdrawn');
  if (reviews.length < rules.leastExperts)
    throw new AppError('programs.review.too-few', { count: reviews.length, least: rules.leastExperts });
  return { project, reviews, rules };
}

export async function startReview(step: ActionStep): Promise<ActionEffect> {
  const { reviews } = await reviewersOf(step);
  return { record: { experts: reviews.map((review) => review.expert_id) } };
}

/** Fixes the score of a project when all its experts have scored. */
export async function rank(step: ActionStep): Promise<ActionEffect> {
  const { project, reviews, rules } = await reviewersOf(step);
  const waiting = reviews.filter((review) => review.state !== 'scored');
  if (waiting.length > 0)
    throw new AppError('programs.review.not-scored', {
      count: waiting.length,
      names: waiting.map((review) => review.expert).join('、'),
    });
  const totals = reviews.map((review) => review.total ?? 0);
  const parts = readScores(totals, rules);
  await updateProject(step.tx, step.ctx.district, project.id, { score: parts.score, score_parts: parts });
  const outliers = deviations(totals).filter((one) => isOutlier(one, totals.length, rules)).length;
  return { record: { score: parts.score, experts: parts.experts, outliers } };
}
