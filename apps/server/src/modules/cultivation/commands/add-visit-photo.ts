import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { FileTooLarge } from '../../../platform/files/file-store.ts';
import { MOST_PHOTO_BYTES, MOST_PHOTOS, photoType } from '../../../platform/files/photo-type.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { VISIT_LOG } from '../cultivation.catalogue.ts';
import { insertPhoto, selectVisits, type VisitRow, visitTests } from '../repositories/visit-repository.ts';

async function readAll(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MOST_PHOTO_BYTES) parts.push(part);
  }
  if (size > MOST_PHOTO_BYTES) throw new FileTooLarge(MOST_PHOTO_BYTES);
  return Buffer.concat(parts);
}

async function ownVisit(ctx: Ctx, id: string): Promise<VisitRow> {
  const [visit] = await selectVisits(ctx.db, visitTests(ctx, VISIT_LOG, { id }), { limit: 1 });
  if (visit === undefined) throw new AppError('platform.not-found');
  if (visit.by_id !== ctx.actor.userId) throw new AppError('cultivation.photo.not-yours');
  return visit;
}

/** Adds a photo to one's own visit; what it is, is read from its content. The same photo sent twice is kept once. */
export async function addVisitPhoto(ctx: Ctx, visitId: string, file: UploadedFile): Promise<void> {
  const content = await readAll(file.content);
  const visit = await ownVisit(ctx, visitId);
  const fileName =
    file.fileName
      .replace(/^.*[\\/]/, '')
      .replaceAll('\0', '')
      .slice(0, 120) || '照片';
  const mediaType = photoType(content.subarray(0, 16));
  if (mediaType === undefined) throw new AppError('cultivation.photo.not-a-photo', { fileName });
  const stored = await ctx.services.files.put(Readable.from([content]), MOST_PHOTO_BYTES);
  await inTransaction(ctx, async (tx) => {
    await sql`select 1 from cultivation.visit where district = ${ctx.district} and id = ${visitId} for update`.execute(
      tx,
    );
    const { rows } = await sql<{
      sha256: string;
      position: number;
    }>`select sha256, position from cultivation.visit_photo
      where district = ${ctx.district} and visit_id = ${visitId} order by position`.execute(tx);
    if (rows.some((row) => row.sha256 === stored.sha256)) return;
    if (rows.length >= MOST_PHOTOS) throw new AppError('cultivation.photo.too-many', { most: MOST_PHOTOS });
    const position = (rows.at(-1)?.position ?? 0) + 1;
    await insertPhoto(tx, ctx, { visitId, position, fileName, mediaType, ...stored });
    await writeAudit(tx, ctx, {
      action: 'cultivation.visit.add-photo',
      subject: { kind: 'visit', id: visitId, label: visit.label },
      details: { sha256: stored.sha256, size: stored.size },
    });
  });
}
