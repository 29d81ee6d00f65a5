import { Readable } from 'node:stream';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MOST_PHOTO_BYTES, MOST_PHOTOS, photoType } from '../../../platform/files/photo-type.ts';
import { photoName, readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { CENSUS_CHECK } from '../agency-affairs.catalogue.ts';
import { findCheck, findItem, insertPhoto, lockItem } from '../repositories/census-repository.ts';

/** Adds a photo to one's own check; what it is, is read from its content. The same photo sent twice is kept once. */
export async function addCensusPhoto(ctx: Ctx, checkId: string, file: UploadedFile): Promise<void> {
  const content = await readPhoto(file.content);
  const check = await findCheck(ctx.db, ctx.district, checkId);
  const item = check && (await findItem(ctx.db, ctx.district, check.item_id, scopeFor(ctx, CENSUS_CHECK)));
  if (check === undefined || item === undefined) throw new AppError('platform.not-found');
  if (check.by_id !== ctx.actor.userId) throw new AppError('agency-affairs.photo.not-yours');
  const fileName = photoName(file.fileName);
  const mediaType = photoType(content.subarray(0, 16));
  if (mediaType === undefined) throw new AppError('agency-affairs.photo.not-a-photo', { fileName });
  const stored = await ctx.services.files.put(Readable.from([content]), MOST_PHOTO_BYTES);
  await inTransaction(ctx, async (tx) => {
    await lockItem(tx, ctx.district, check.item_id);
    const { photos } = (await findCheck(tx, ctx.district, checkId)) ?? check;
    if (photos.some((one) => one.sha256 === stored.sha256)) return;
    if (photos.length >= MOST_PHOTOS) throw new AppError('agency-affairs.photo.too-many', { most: MOST_PHOTOS });
    await insertPhoto(tx, ctx, { checkId, position: photos.length + 1, fileName, mediaType, ...stored });
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.census.add-photo',
      subject: { kind: 'agency', id: item.agency_id, label: item.name },
      details: { sha256: stored.sha256, size: stored.size },
    });
  });
}
