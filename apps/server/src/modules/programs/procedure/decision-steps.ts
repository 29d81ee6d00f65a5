import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { commitGrant } from '../commands/grant-money.ts';
import { rankProjects } from '../domain/rank-projects.ts';
import { moneyText } from '../domain/words.ts';
import { isOpen } from '../queries/filing-checks.ts';
import { type CallRow, lockCall } from '../repositories/call-repository.ts';
import { answerObjections, insertObjection } from '../repositories/matter-repository.ts';
import { listProjectsOfCall, type ProjectRow, updateProject } from '../repositories/project-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { projectOf } from './project-of.ts';
import { projectStates } from './project-states.ts';

const UNRANKED = ['submitted', 'recommended', 'supplementing', 'supplemented', 'checked', 'reviewing'];
/** Who fell out leaves the place to the next. */
const OUT = new Set(['withdrawn', 'not-selected']);
/** A grant is spoken for from the publicity on, unless the project fell out again. */
const FUNDED = new Set([
  'publicised',
  'objected',
  'approved',
  'running',
  'midterm',
  'change-requested',
  'acceptance-applied',
  'accepted',
  'closed',
]);

function requireQuota(ctx: Ctx, call: CallRow, project: ProjectRow, all: readonly ProjectRow[]): void {
  const { passMark } = ctx.services.jurisdiction.programmes.settings.review;
  const scored = all.filter((one) => one.score !== null && !OUT.has(one.state));
  const own = rankProjects(scored, (one) => one.score ?? 0, { quota: call.quota, passMark }).find(
    ({ item }) => item.id === project.id,
  );
  if (own === undefined || !own.withinQuota)
    throw new AppError('programs.grant.not-in-quota', {
      rank: own?.rank ?? 0,
      quota: call.quota,
      score: project.score,
      passMark,
    });
}

function requireBudget(call: CallRow, project: ProjectRow, all: readonly ProjectRow[], grantFen: number): void {
  const limit = Math.min(project.requested_fen, project.terms.grantFen);
  if (grantFen <= 0 || grantFen > limit)
    throw new AppError('programs.grant.above-limit', { amount: moneyText(grantFen), limit: moneyText(limit) });
  const taken = all
    .filter((one) => FUNDED.has(one.state) && one.id !== project.id)
    .reduce((sum, one) => sum + (one.granted_fen ?? 0), 0);
  if (taken + grantFen > call.budget_fen)
    throw new AppError('programs.call.over-budget', {
      budget: moneyText(call.budget_fen),
      taken: moneyText(taken),
      left: moneyText(call.budget_fen - taken),
      needed: moneyText(grantFen),
    });
}

async function callOf(tx: Tx, ctx: Ctx, project: ProjectRow) {
  const call = (await lockCall(tx, ctx.district, project.call_id)) as CallRow;
  return { call, all: await listProjectsOfCall(tx, ctx.district, call.id, Object.keys(projectStates)) };
}

/** Proposes a project for funding once nobody can apply any more: ranked within the quota, passing, and within what the call has left. */
export async function publicise({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const { grantFen } = fieldsOf('publicise', fields);
  const project = await projectOf(tx, ctx, file);
  const { call, all } = await callOf(tx, ctx, project);
  if (isOpen(call, ctx.today))
    throw new AppError('programs.call.still-open', { title: call.title, closesOn: call.closes_on });
  const open = all.filter((one) => UNRANKED.includes(one.state)).length;
  if (open > 0) throw new AppError('programs.call.ranking-open', { count: open });
  requireQuota(ctx, call, project, all);
  requireBudget(call, project, all, grantFen);
  await updateProject(tx, ctx.district, project.id, { granted_fen: grantFen });
  return { record: { score: project.score } };
}

export async function notSelect({ tx, ctx, file }: ActionStep): Promise<undefined> {
  const project = await projectOf(tx, ctx, file);
  await updateProject(tx, ctx.district, project.id, { granted_fen: null });
}

export async function object({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  const { by, text } = fieldsOf('object', fields);
  const project = await projectOf(tx, ctx, file);
  await insertObjection(tx, ctx, project.id, { by, text });
}

export async function answerObjection({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const { answer, upheld } = fieldsOf('answer', fields);
  const project = await projectOf(tx, ctx, file);
  await answerObjections(tx, ctx, project.id, { answer, upheld });
  if (upheld) await updateProject(tx, ctx.district, project.id, { granted_fen: null });
  return { to: upheld ? 'not-selected' : 'publicised' };
}

/** Funds the project: the whole grant is promised in the fund of the call. */
export async function approve({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const { approvalNo } = fieldsOf('approve', fields);
  const project = await projectOf(tx, ctx, file);
  await updateProject(tx, ctx.district, project.id, { approval_no: approvalNo });
  await commitGrant(tx, ctx, project);
  return { record: { grantFen: project.granted_fen } };
}
