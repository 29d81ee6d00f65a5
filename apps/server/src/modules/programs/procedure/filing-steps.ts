import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { filingChecks, requireReady } from '../queries/filing-checks.ts';
import { updateProject } from '../repositories/project-repository.ts';
import { projectOf } from './project-of.ts';

/** Files or supplements: everything is checked, eligibility is kept with its trace. */
async function file({ tx, ctx, file }: ActionStep, window: boolean): Promise<ActionEffect> {
  const project = await projectOf(tx, ctx, file);
  const { points, eligibility } = await filingChecks(ctx, tx, project, { window });
  requireReady(ctx, points);
  const { outcome, asOf, sentence, trace } = eligibility;
  await updateProject(tx, ctx.district, project.id, { eligibility: { outcome, asOf, sentence, trace } });
  return { record: { eligibility: outcome, asOf } };
}

export const submit = (step: ActionStep) => file(step, true);
export const supplement = (step: ActionStep) => file(step, false);
