import type { CallDetail, RankedProject } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { rankProjects } from '../domain/rank-projects.ts';
import { type ProjectState, projectStates } from '../procedure/project-states.ts';
import {
  CALL_EDIT,
  CALL_PUBLISH,
  EXPERT_READ,
  PROJECT_FILE,
  PROJECT_READ,
  PROJECT_REVIEW,
} from '../programs.catalogue.ts';
import { type CallRow, listCallRows } from '../repositories/call-repository.ts';
import { projectsWithin } from '../repositories/party-repository.ts';
import { listProjectsOfCall, projectTests, selectProjects } from '../repositories/project-repository.ts';
import { listReviews } from '../repositories/review-repository.ts';
import { toCallSummary } from './list-program-calls.ts';
import { toTerms } from './program-terms.ts';
import { readReviews, toParts } from './read-reviews.ts';

const ALL = { page: 1, pageSize: 500 };

/** Projects with at least one score, best first; final once the review has ended. */
async function rankingOf(ctx: Ctx, call: CallRow): Promise<RankedProject[]> {
  const { review } = ctx.services.jurisdiction.programmes.settings;
  const states = Object.keys(projectStates).filter((state) => state !== 'withdrawn');
  const projects = await listProjectsOfCall(ctx.db, ctx.district, call.id, states);
  const reviews = Map.groupBy(
    await listReviews(
      ctx.db,
      ctx.district,
      projects.map((project) => project.id),
    ),
    (one) => one.project_id,
  );
  const scored = projects.flatMap((project) => {
    const { scores, parts } = readReviews(reviews.get(project.id) ?? [], review);
    const counted = project.score_parts ?? parts;
    return counted === null ? [] : [{ project, scores, parts: counted }];
  });
  const order = { quota: call.quota, passMark: review.passMark };
  const scoreOf = ({ parts }: (typeof scored)[number]) => parts.score;
  // Who was not selected keeps the rank and leaves the place to the next.
  const standing = scored.filter(({ project }) => project.state !== 'not-selected');
  const within = new Set(
    rankProjects(standing, scoreOf, order).flatMap(({ item, withinQuota }) => (withinQuota ? [item.project.id] : [])),
  );
  return rankProjects(scored, scoreOf, order).map(({ item, rank, passes }) => ({
    rank,
    projectId: item.project.id,
    title: item.project.title,
    lead: item.project.lead_name,
    state: item.project.state,
    stateLabel: projectStates[item.project.state as ProjectState].label[ctx.language],
    requestedFen: item.project.requested_fen,
    grantedFen: item.project.granted_fen,
    withinQuota: within.has(item.project.id),
    passes,
    final: item.project.score !== null,
    parts: toParts(item.parts),
    scores: item.scores,
  }));
}

/** One call; the ranking only for those who may see reviews. @throws AppError 404 */
export async function getProgramCall(ctx: Ctx, id: string): Promise<CallDetail> {
  const within = projectsWithin(ctx, PROJECT_READ);
  const mayEdit = may(ctx, CALL_EDIT);
  const [call] = await listCallRows(ctx.db, ctx.district, { ids: [id], drafts: mayEdit, within });
  if (call === undefined) throw new AppError('platform.not-found');
  const summary = toCallSummary(ctx, call);
  const { rows } = await selectProjects(ctx.db, projectTests(ctx.district, within, { call: id }), ALL);
  const counts = Map.groupBy(rows, (row) => row.state);
  const { review } = ctx.services.jurisdiction.programmes.settings;
  return {
    ...summary,
    guideline: call.guideline,
    terms: toTerms(ctx, call.terms),
    applicantSentence: call.terms.applicants.text,
    version: call.version,
    createdBy: call.created_by,
    createdAt: call.created_at,
    publishedOn: call.published_on,
    publishedBy: call.published_by,
    closedOn: call.closed_on,
    closeNote: call.close_note,
    paidFen: call.paid_fen,
    byState: Object.entries(projectStates).flatMap(([state, { label, standing }]) => {
      const count = counts.get(state)?.length ?? 0;
      return count === 0 ? [] : [{ state, label: label[ctx.language], standing, count }];
    }),
    ranking: may(ctx, EXPERT_READ) ? await rankingOf(ctx, call) : null,
    review: {
      leastExperts: review.leastExperts,
      passMark: review.passMark,
      outlierPoints: review.outlierPoints,
      trimFrom: review.trimFrom,
    },
    mayEdit: mayEdit && call.state === 'draft',
    mayPublish: may(ctx, CALL_PUBLISH) && call.state === 'draft',
    mayClose: may(ctx, CALL_PUBLISH) && summary.open,
    mayFile: may(ctx, PROJECT_FILE) && summary.open,
    mayRank: may(ctx, PROJECT_REVIEW) && rows.some((row) => row.state === 'reviewing'),
  };
}
