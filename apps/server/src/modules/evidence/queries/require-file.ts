import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadFile, type ProcedureFile } from '../../../platform/procedures/index.ts';
import { mayOnFile } from '../../../platform/procedures/reach.ts';
import { findItem, type ItemRow } from '../repositories/item-repository.ts';

/** A file the actor may read and, by `permission`, do this with. @throws AppError 404 otherwise */
export async function requireFile(ctx: Ctx, id: string, permission: string): Promise<ProcedureFile> {
  const file = await loadFile(ctx, id);
  if (ctx.actor.userId !== null && !mayOnFile(ctx, permission, file)) throw new AppError('platform.not-found');
  return file;
}

/** The same for what adds to a file. @throws AppError evidence.file.closed besides */
export async function requireOpenFile(ctx: Ctx, id: string, permission: string): Promise<ProcedureFile> {
  const file = await requireFile(ctx, id, permission);
  if (file.closedAt !== null) throw new AppError('evidence.file.closed', { number: file.number });
  return file;
}

/** @throws AppError 404 for an item that is not in the file */
export async function requireItem(ctx: Ctx, fileId: string, id: string): Promise<ItemRow> {
  const row = await findItem(ctx.db, ctx.district, fileId, id);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}
