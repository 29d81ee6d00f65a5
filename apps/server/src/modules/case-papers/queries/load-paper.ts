import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_READ, requireCase } from '../../cases/index.ts';
import { findArchive } from '../repositories/archive-repository.ts';
import { findPaper, type PaperRow } from '../repositories/paper-repository.ts';

/** A paper of a case within the reach of a permission. @throws AppError 404 otherwise */
export async function loadPaper(
  ctx: Ctx,
  id: string,
  given: { readonly permission?: string; readonly lock?: boolean } = {},
): Promise<PaperRow> {
  const paper = await findPaper(ctx.db, ctx.district, id, given.lock);
  if (paper === undefined) throw new AppError('platform.not-found');
  await requireCase(ctx, paper.caseId, given.permission ?? CASE_READ);
  return paper;
}

/** @throws AppError case-papers.archive.sealed once the file is sealed */
export async function requireUnsealed(ctx: Ctx, caseId: string): Promise<void> {
  const archive = await findArchive(ctx.db, ctx.district, caseId);
  if (archive?.sealedAt != null)
    throw new AppError('case-papers.archive.sealed', { on: archive.sealedAt.slice(0, 10) });
}
