import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile } from '../../../platform/procedures/index.ts';
import { lockProject, type ProjectRow } from '../repositories/project-repository.ts';

/** The project a file is about, held until the transaction ends. */
export async function projectOf(tx: Tx, ctx: Ctx, file: ProcedureFile): Promise<ProjectRow> {
  const project = await lockProject(tx, ctx.district, file.subjectId);
  if (project === undefined) throw new AppError('platform.not-found');
  return project;
}
