import { readFile } from 'node:fs/promises';
import { describeLogo, EmptyPictureError, type LogoFeatures } from '@jince/trademark-similarity/images';
import type { Ctx } from '../../../platform/context/context.ts';
import { decodePicture, PictureError } from '../../../platform/files/decode-picture.ts';
import { listPictures } from '../repositories/picture-repository.ts';

/** The kept picture of a registered mark as it is compared. */
export interface LogoOfMark {
  readonly registrationNo: string;
  readonly sha256: string;
  readonly features: LogoFeatures;
}

/** Pictures of these Chinese registrations, described; those nobody kept or nobody can read are left out. */
export async function logosOfMarks(ctx: Ctx, registrationNos: readonly string[]): Promise<LogoOfMark[]> {
  const wanted = new Set(registrationNos);
  const logos: LogoOfMark[] = [];
  for (const one of await listPictures(ctx.db, ctx.district)) {
    if (one.country !== 'CN' || !wanted.has(one.registration_no)) continue;
    try {
      const bytes = await readFile(await ctx.services.files.localPath(one.sha256));
      const features = describeLogo(await decodePicture(bytes), one.vienna);
      logos.push({ registrationNo: one.registration_no, sha256: one.sha256, features });
    } catch (error) {
      if (!(error instanceof PictureError || error instanceof EmptyPictureError)) throw error;
    }
  }
  return logos;
}
