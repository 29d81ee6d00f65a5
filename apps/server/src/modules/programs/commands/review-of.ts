import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CHECKED, FILED } from '../procedure/project-actions.ts';
import { projectProcedure } from '../procedure/project-procedure.ts';
import { type ProjectState, projectStates } from '../procedure/project-states.ts';
import { lockProject, type ProjectRow } from '../repositories/project-repository.ts';
import { findOwnAction } from '../repositories/review-repository.ts';

/**
 * The project whose review is being organised, held until the transaction ends.
 * @throws AppError programs.review.not-open in another state; procedures.action.apart for who checked or filed it
 */
export async function reviewOf(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { states, doing }: { readonly states: readonly ProjectState[]; readonly doing: string },
): Promise<ProjectRow> {
  const project = await lockProject(tx, ctx.district, id);
  if (project === undefined) throw new AppError('platform.not-found');
  const state = projectStates[project.state as ProjectState].label[ctx.language];
  if (!states.includes(project.state as ProjectState)) throw new AppError('programs.review.not-open', { state });
  const own = await findOwnAction(tx, ctx, project.file_id, [...FILED, ...CHECKED]);
  if (own !== undefined) {
    const earlier = projectProcedure.actions.find((one) => one.action === own)?.label[ctx.language] ?? own;
    throw new AppError('procedures.action.apart', { action: doing, earlier, state });
  }
  return project;
}
