import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type ProjectState, projectStates, REPORTING } from '../procedure/project-states.ts';
import { PROJECT_FILE } from '../programs.catalogue.ts';
import { reachProject } from '../queries/reach-project.ts';
import { setMilestone, setReached } from '../repositories/part-repository.ts';
import { lockProject, type ProjectRow } from '../repositories/project-repository.ts';

async function report(
  ctx: Ctx,
  id: string,
  work: (tx: Tx, project: ProjectRow) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  await reachProject(ctx, id, PROJECT_FILE);
  await inTransaction(ctx, async (tx) => {
    const project = await lockProject(tx, ctx.district, id);
    if (project === undefined) throw new AppError('platform.not-found');
    if (!REPORTING.includes(project.state))
      throw new AppError('programs.project.not-running', {
        state: projectStates[project.state as ProjectState].label[ctx.language],
      });
    const details = await work(tx, project);
    await writeAudit(tx, ctx, {
      action: 'programs.project.report',
      subject: { kind: 'programs.project', id: project.file_id, label: `${project.number} ${project.title}` },
      details,
    });
  });
}

/** Says what was reached of the targets, with the evidence. */
export async function reportTargets(
  ctx: Ctx,
  id: string,
  items: readonly { readonly position: number; readonly reached: number | null; readonly evidence: string | null }[],
): Promise<void> {
  await report(ctx, id, async (tx) => {
    for (const item of items) if (!(await setReached(tx, ctx, id, item))) throw new AppError('platform.not-found');
    return { targets: items.map(({ position, reached }) => ({ position, reached })) };
  });
}

/** Says that a milestone was reached on a day, or takes that back. */
export async function reportMilestone(
  ctx: Ctx,
  id: string,
  at: { readonly position: number; readonly doneOn: string | null; readonly note: string | null },
): Promise<void> {
  await report(ctx, id, async (tx) => {
    if (at.doneOn !== null && at.doneOn > ctx.today)
      throw new AppError('programs.report.in-future', { doneOn: at.doneOn });
    if (!(await setMilestone(tx, ctx.district, id, at))) throw new AppError('platform.not-found');
    return { milestone: at.position, doneOn: at.doneOn };
  });
}
