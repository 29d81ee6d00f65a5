import type { ExpertSummary } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProjectState } from '../procedure/project-states.ts';
import { EXPERT_EDIT } from '../programs.catalogue.ts';
import { type ExpertRow, findExpert, listConflicts, selectExperts } from '../repositories/expert-repository.ts';
import { projectTests, selectProjects } from '../repositories/project-repository.ts';
import { listReviews, reviewedProjects } from '../repositories/review-repository.ts';
import { judgeExpertsOn } from './judge-experts.ts';
import { readReviews } from './read-reviews.ts';

type Score = ReturnType<typeof readReviews>['scores'][number];

/** Projects that still can be given to an expert. */
const OPEN: ProjectState[] = ['submitted', 'recommended', 'supplementing', 'supplemented', 'checked', 'reviewing'];
const MOST = 200;

/** Every review of some experts beside those of the others of the same project, which tell how far it lies off. */
async function scoresOf(ctx: Ctx, expertIds: readonly string[]) {
  const projects = await reviewedProjects(ctx.db, ctx.district, expertIds);
  const all = Map.groupBy(
    await listReviews(
      ctx.db,
      ctx.district,
      projects.map((project) => project.id),
    ),
    (review) => review.project_id,
  );
  const { review: rules } = ctx.services.jurisdiction.programmes.settings;
  return projects.map((project) => ({
    project,
    reviews: all.get(project.id) ?? [],
    scores: readReviews(all.get(project.id) ?? [], rules).scores,
  }));
}

function meanDeviation(scores: readonly Score[]): number | null {
  const known = scores.flatMap(({ deviation }) => (deviation === null ? [] : [deviation]));
  if (known.length === 0) return null;
  return Math.round((known.reduce((sum, one) => sum + one, 0) / known.length) * 10) / 10;
}

function toExpertSummary(row: ExpertRow, scores: readonly Score[]): ExpertSummary {
  return {
    id: row.id,
    name: row.name,
    employerPartyId: row.employer_party_id,
    employer: row.employer,
    title: row.title,
    fields: [...row.fields],
    agencies: [...row.agencies],
    active: row.active,
    demo: row.demo,
    version: row.version,
    assigned: row.assigned,
    scored: row.scored,
    withdrawn: row.withdrawn,
    deviation: meanDeviation(scores.filter((score) => score.expertId === row.id)),
    declared: row.declared,
  };
}

export async function listExperts(
  ctx: Ctx,
  query: {
    readonly q?: string | undefined;
    readonly active?: boolean | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
) {
  const { rows, total } = await selectExperts(ctx.db, ctx.district, query);
  const found = await scoresOf(
    ctx,
    rows.map((row) => row.id),
  );
  const scores = found.flatMap((one) => one.scores);
  return {
    items: rows.map((row) => toExpertSummary(row, scores)),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** One expert: reviews, declared conflicts, and the open projects the facts keep them from. @throws AppError 404 */
export async function getExpert(ctx: Ctx, id: string) {
  const row = await findExpert(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const found = await scoresOf(ctx, [id]);
  const declared = await listConflicts(ctx.db, ctx.district, [id]);
  const tests = projectTests(ctx.district, sql<boolean>`true`, { state: OPEN });
  const open = await selectProjects(ctx.db, tests, { page: 1, pageSize: MOST });
  const judged = await judgeExpertsOn(ctx, ctx.db, open.rows, [row]);
  const barred = open.rows.flatMap((project) => {
    const conflicts = [...(judged.get(project.id)?.get(id) ?? [])];
    return conflicts.length === 0
      ? []
      : [{ projectId: project.id, project: project.title, lead: project.lead_name, conflicts }];
  });
  return {
    ...toExpertSummary(
      row,
      found.flatMap((one) => one.scores),
    ),
    note: row.note,
    conflicts: declared.map((conflict) => ({
      id: conflict.id,
      partyId: conflict.party_id,
      body: conflict.body,
      reason: conflict.reason,
      declaredOn: conflict.declared_on,
      declaredBy: conflict.declared_by,
    })),
    reviews: found.flatMap(({ project, reviews, scores }) => {
      const own = reviews.find((review) => review.expert_id === id);
      const score = scores.find((one) => one.expertId === id);
      if (own === undefined || score === undefined) return [];
      return [
        {
          projectId: project.id,
          project: project.title,
          call: project.call,
          state: own.state,
          total: own.total,
          deviation: score.deviation,
          outlier: score.outlier,
          at: own.scored_at ?? own.assigned_at,
          reason: own.withdrawn_reason,
        },
      ];
    }),
    barred,
    mayEdit: may(ctx, EXPERT_EDIT),
  };
}
