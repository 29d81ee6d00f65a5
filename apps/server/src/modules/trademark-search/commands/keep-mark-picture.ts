import { Readable } from 'node:stream';
import { describeLogo, EmptyPictureError } from '@jince/trademark-similarity/images';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { DecodedPicture } from '../../../platform/files/decode-picture.ts';
import { encodePicture } from '../../../platform/files/encode-picture.ts';
import { MOST_PHOTO_BYTES } from '../../../platform/files/photo-type.ts';
import { photoName, readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { listTrademarkIds } from '../../ip-rights/index.ts';
import { PICTURES } from '../domain/picture-register.ts';
import { deletePicture, findPicture, putPicture, type Registration } from '../repositories/picture-repository.ts';
import { PICTURE_EDIT } from '../trademark-search.catalogue.ts';
import { readPicture } from './read-picture.ts';

const VIENNA = /^\d{2}\.\d{2}(?:\.\d{2})?$/;
const MOST_CODES = 20;

/** Codes of the Vienna classification among what was typed; the rest is let go. */
const codesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\s,，、;；]+/)
    .filter((code) => VIENNA.test(code))
    .slice(0, MOST_CODES);

async function subjectOf(ctx: Ctx, registration: Registration) {
  const [row] = await listTrademarkIds(ctx.db, ctx.district, [registration]);
  if (row === undefined) throw new AppError('platform.not-found');
  return { kind: 'trademark', id: row.id, label: `${registration.registrationNo} ${row.name}` };
}

/** A picture that shows nothing could never be found. */
function assertShowsSomething(picture: DecodedPicture): void {
  try {
    describeLogo(picture);
  } catch (error) {
    if (error instanceof EmptyPictureError) throw new AppError('trademark-search.picture.blank');
    throw error;
  }
}

/** Keeps the picture of a registered mark, written anew from its points; an earlier one gives way. */
export async function keepMarkPicture(ctx: Ctx, registration: Registration, file: UploadedFile) {
  const content = await readPhoto(file.content);
  const subject = await subjectOf(ctx, registration);
  const picture = await readPicture(content);
  assertShowsSomething(picture);
  const bytes = await encodePicture(picture);
  const stored = await ctx.services.files.put(Readable.from([bytes]), MOST_PHOTO_BYTES);
  await inTransaction(ctx, async (tx) => {
    await putPicture(tx, ctx.district, {
      country: registration.country,
      registration_no: registration.registrationNo,
      ...stored,
      width: picture.width,
      height: picture.height,
      file_name: photoName(file.fileName),
      vienna: codesOf(file.fields.vienna),
      added_by: ctx.actor.userId,
      added_by_name: ctx.actor.displayName,
      added_at: ctx.now,
    });
    await bumpRegisterVersion(tx, ctx.district, PICTURES);
    await writeAudit(tx, ctx, { action: PICTURE_EDIT, subject, details: { sha256: stored.sha256, size: stored.size } });
  });
  return { ok: true } as const;
}

export async function removeMarkPicture(ctx: Ctx, registration: Registration): Promise<void> {
  const subject = await subjectOf(ctx, registration);
  const known = await findPicture(ctx.db, ctx.district, registration);
  if (known === undefined) throw new AppError('platform.not-found');
  await inTransaction(ctx, async (tx) => {
    await deletePicture(tx, ctx.district, registration);
    await bumpRegisterVersion(tx, ctx.district, PICTURES);
    await writeAudit(tx, ctx, { action: PICTURE_EDIT, subject, details: { removed: known.sha256 } });
  });
}
