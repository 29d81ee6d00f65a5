import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import type { ProcedureFile } from './definition.ts';
import { definitionOf } from './file-standing.ts';
import { mayReadFile } from './reach.ts';
import { findFile } from './repositories/file-repository.ts';

/** A file the actor may read by the permission of its procedure. @throws AppError 404 otherwise */
export async function loadFile(ctx: Ctx, id: string): Promise<ProcedureFile> {
  const file = await findFile(ctx.db, ctx.district, id);
  if (file === undefined) throw new AppError('platform.not-found');
  if (ctx.actor.userId !== null && !mayReadFile(ctx, definitionOf(ctx, file.procedure), file))
    throw new AppError('platform.not-found');
  return file;
}
