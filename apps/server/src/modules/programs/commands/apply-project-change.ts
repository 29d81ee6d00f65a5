import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { moneyText } from '../domain/words.ts';
import { type ProjectState, projectStates, REPORTING } from '../procedure/project-states.ts';
import { PROJECT_SIGN } from '../programs.catalogue.ts';
import { budgetError, consortiumError, targetsError } from '../queries/filing-checks.ts';
import { reachProject } from '../queries/reach-project.ts';
import { lockChange, noteApplied } from '../repositories/matter-repository.ts';
import { listMembers, listTargets, replaceMembers, replaceTargets } from '../repositories/part-repository.ts';
import { lockProject, type ProjectRow, updateProject } from '../repositories/project-repository.ts';
import { markLead } from './mark-lead.ts';
import type { SaveProjectInput } from './save-project.ts';
import { toMembers } from './to-members.ts';

export type ChangedPart =
  | { readonly kind: 'members'; readonly consortium: SaveProjectInput['consortium'] }
  | { readonly kind: 'targets'; readonly targets: SaveProjectInput['targets'] }
  | { readonly kind: 'budget'; readonly budget: SaveProjectInput['budget'] };

const refuse = (error: AppError | undefined): void => {
  if (error !== undefined) throw error;
};

async function changeMembers(tx: Tx, ctx: Ctx, project: ProjectRow, part: ChangedPart & { kind: 'members' }) {
  const before = await listMembers(tx, ctx.district, project.id);
  await replaceMembers(tx, ctx.district, project.id, await toMembers(tx, ctx.district, project, part.consortium));
  refuse(consortiumError(ctx, project, await listMembers(tx, ctx.district, project.id)));
  return before.map(({ role, name, uscc, task }) => ({ role, name, uscc, task }));
}

/** What was reached of a target stays with the target of the same words. */
async function changeTargets(tx: Tx, ctx: Ctx, project: ProjectRow, part: ChangedPart & { kind: 'targets' }) {
  const before = await listTargets(tx, ctx.district, project.id);
  const reached = new Map(before.map((one) => [one.label, one]));
  const targets = part.targets.map((one) => ({ ...one, reached: reached.get(one.label) }));
  await replaceTargets(tx, ctx.district, project.id, targets);
  refuse(targetsError(ctx, await listTargets(tx, ctx.district, project.id), project.terms.units));
  return before.map(({ label, unit, baseline, goal }) => ({ label, unit, baseline, goal }));
}

/** The grant is decided and partly paid: its sum stays, only what it is spent on may change. */
async function changeBudget(tx: Tx, ctx: Ctx, project: ProjectRow, part: ChangedPart & { kind: 'budget' }) {
  const asked = part.budget.reduce((sum, line) => sum + line.grantFen, 0);
  const granted = project.granted_fen ?? project.requested_fen;
  if (asked !== granted)
    throw new AppError('programs.change.grant', { asked: moneyText(asked), granted: moneyText(granted) });
  refuse(budgetError(ctx, { ...project, budget: [...part.budget] }));
  await updateProject(tx, ctx.district, project.id, { budget: part.budget });
  return project.budget;
}

function carryOut(tx: Tx, ctx: Ctx, project: ProjectRow, part: ChangedPart): Promise<unknown> {
  switch (part.kind) {
    case 'members':
      return changeMembers(tx, ctx, project, part);
    case 'targets':
      return changeTargets(tx, ctx, project, part);
    case 'budget':
      return changeBudget(tx, ctx, project, part);
  }
}

/**
 * Carries out an approved change of members, targets or budget, once; what stood before is kept with the change.
 * @throws AppError programs.change.not-open unless approved, of this kind and not carried out yet; programs.change.grant when
 * the sum of the grant would change; what filing refuses is refused here as well
 */
export async function applyProjectChange(ctx: Ctx, id: string, changeId: string, part: ChangedPart): Promise<void> {
  await reachProject(ctx, id, PROJECT_SIGN);
  await inTransaction(ctx, async (tx) => {
    const project = await lockProject(tx, ctx.district, id);
    const change = project && (await lockChange(tx, ctx.district, id, changeId));
    if (project === undefined || change === undefined) throw new AppError('platform.not-found');
    if (!REPORTING.includes(project.state))
      throw new AppError('programs.project.not-running', {
        state: projectStates[project.state as ProjectState].label[ctx.language],
      });
    if (change.decision !== 'approved' || change.applied_on !== null || change.kind !== part.kind)
      throw new AppError('programs.change.not-open');
    const before = await carryOut(tx, ctx, project, part);
    await noteApplied(tx, ctx, changeId, before);
    await markLead(tx, ctx, project);
    await writeAudit(tx, ctx, {
      action: 'programs.project.apply',
      subject: { kind: 'programs.project', id: project.file_id, label: `${project.number} ${project.title}` },
      details: { kind: part.kind, before },
    });
  });
}
