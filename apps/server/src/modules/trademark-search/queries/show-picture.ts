import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { findPicture, type MarkPicture, type Registration } from '../repositories/picture-repository.ts';

const view = (picture: MarkPicture) => ({
  width: picture.width,
  height: picture.height,
  fileName: picture.file_name,
  vienna: picture.vienna,
  addedByName: picture.added_by_name,
  addedAt: picture.added_at,
});

export async function describeMarkPicture(ctx: Ctx, registration: Registration) {
  const picture = await findPicture(ctx.db, ctx.district, registration);
  return { picture: picture === undefined ? null : view(picture) };
}

/** Pictures of registrations are published in the gazette: whoever may search may see them. */
export async function readMarkPicture(ctx: Ctx, registration: Registration): Promise<FileAnswer> {
  const picture = await findPicture(ctx.db, ctx.district, registration);
  if (picture === undefined) throw new AppError('platform.not-found');
  return {
    fileName: `${registration.registrationNo}.png`,
    mediaType: 'image/png',
    content: await ctx.services.files.read(picture.sha256),
  };
}
