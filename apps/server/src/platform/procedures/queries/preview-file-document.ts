import type { OfficialPaper } from '@jince/contract';
import type { Ctx } from '../../context/context.ts';
import { previewOfficial } from '../../documents/official/index.ts';
import { definitionOf } from '../file-standing.ts';
import { loadFile } from '../load-file.ts';
import { requireTemplate } from '../offer-templates.ts';

/** A paper as it would be made from the file now. @throws AppError 404 outside the actor's reach, 409 not offered */
export async function previewFileDocument(ctx: Ctx, fileId: string, code: string): Promise<OfficialPaper> {
  const file = await loadFile(ctx, fileId);
  const template = requireTemplate(ctx, definitionOf(ctx, file.procedure), file, code);
  return previewOfficial(ctx, code, await template.values(ctx, file));
}
