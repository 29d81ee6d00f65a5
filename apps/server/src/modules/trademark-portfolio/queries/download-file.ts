import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { partiesWithin } from '../repositories/mark-repository.ts';
import { selectUse } from '../repositories/use-repository.ts';
import { USE_READ } from '../trademark-portfolio.catalogue.ts';

/** A file of evidence, for its owner and the officers alone. @throws AppError 404 */
export async function downloadUseFile(ctx: Ctx, id: string, fileId: string): Promise<FileAnswer> {
  const [use] = await selectUse(ctx.db, ctx, sql`e.id = ${id} and ${partiesWithin(ctx, USE_READ)}`);
  const file = use?.files.find((one) => one.id === fileId);
  if (file === undefined) throw new AppError('platform.not-found');
  return { fileName: file.fileName, mediaType: file.mediaType, content: await ctx.services.files.read(file.sha256) };
}
