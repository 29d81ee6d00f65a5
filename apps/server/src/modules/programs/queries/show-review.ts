import type { ReviewPanel } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { PROJECT_READ, PROJECT_REVIEW } from '../programs.catalogue.ts';
import { selectExperts } from '../repositories/expert-repository.ts';
import { listReviews } from '../repositories/review-repository.ts';
import { judgeExperts } from './judge-experts.ts';
import { reachProject } from './reach-project.ts';
import { readReviews, toParts } from './read-reviews.ts';

const MOST_EXPERTS = 500;

/** Who reviews a project and what each said; who else could, and who may not and why. Those without ties come first. */
export async function getReviewPanel(ctx: Ctx, id: string): Promise<ReviewPanel> {
  const project = await reachProject(ctx, id, PROJECT_READ);
  const { review } = ctx.services.jurisdiction.programmes.settings;
  const reviews = await listReviews(ctx.db, ctx.district, [id]);
  const { scores, parts } = readReviews(reviews, review);
  const assigned = new Set(reviews.map((one) => one.expert_id));
  const all = await selectExperts(ctx.db, ctx.district, { active: true, page: 1, pageSize: MOST_EXPERTS });
  const free = all.rows.filter((expert) => !assigned.has(expert.id));
  const conflicts = await judgeExperts(ctx, ctx.db, project, free);
  const organises = may(ctx, PROJECT_REVIEW);
  return {
    projectId: id,
    leastExperts: review.leastExperts,
    outlierPoints: review.outlierPoints,
    criteria: project.terms.criteria,
    scores,
    parts: parts === null ? null : toParts(project.score_parts ?? parts),
    candidates: free
      .map((expert) => ({
        expertId: expert.id,
        expert: expert.name,
        employer: expert.employer,
        title: expert.title,
        fields: [...expert.fields],
        open: expert.open,
        conflicts: [...(conflicts.get(expert.id) ?? [])],
      }))
      .toSorted((a, b) => a.conflicts.length - b.conflicts.length || a.open - b.open),
    mayAssign: organises && ['checked', 'reviewing'].includes(project.state),
    mayScore: organises && project.state === 'reviewing',
  };
}
