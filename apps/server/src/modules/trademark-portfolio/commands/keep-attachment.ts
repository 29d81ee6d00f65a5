import { Readable } from 'node:stream';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../../../platform/files/photo-type.ts';
import { photoName, readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { judgePaper } from '../../../platform/procedures/domain/refuse-document.ts';
import { type AttachmentOwner, insertAttachment, listAttachments } from '../repositories/attachment-repository.ts';

export interface TakenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

/** What was sent, to the end: the request is read whatever becomes of it. @throws FileTooLarge */
export const readUpload = (file: UploadedFile): Promise<Buffer> => readPhoto(file.content);

/** Judges a photo or paper by its content and stores it under its hash. @throws AppError 422 */
export async function storeUpload(ctx: Ctx, file: UploadedFile, content: Buffer): Promise<TakenFile> {
  const fileName = photoName(file.fileName);
  const verdict = judgePaper(fileName, content, []);
  if (!verdict.ok)
    throw new AppError('trademark-portfolio.attachment.refused', { fileName, reason: verdict.why[ctx.language] });
  const stored = await ctx.services.files.put(Readable.from([content]), MOST_PHOTO_BYTES);
  return { fileName, mediaType: verdict.mediaType, ...stored };
}

/**
 * Keeps a stored file with its owner, in the caller's transaction and under the owner's lock. Sent twice, kept once: then false.
 * @throws AppError 409 when the owner has too many
 */
export async function keepAttachment(
  tx: Tx,
  ctx: Ctx,
  owner: { readonly owner: AttachmentOwner; readonly ownerId: string },
  file: TakenFile,
): Promise<boolean> {
  const kept = await listAttachments(tx, ctx, owner.owner, owner.ownerId);
  if (kept.some((one) => one.sha256 === file.sha256)) return false;
  if (kept.length >= MOST_PHOTOS) throw new AppError('trademark-portfolio.attachment.too-many', { most: MOST_PHOTOS });
  return insertAttachment(tx, ctx, { ...owner, ...file, position: kept.length + 1 });
}
