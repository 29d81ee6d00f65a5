import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { EvidenceItem, EvidenceKind } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { photoType } from '../../../platform/files/photo-type.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { HEAD_BYTES } from '../domain/judge-content.ts';
import { judgeTime } from '../domain/judge-time.ts';
import { type PictureFacts, readExif } from '../domain/read-exif.ts';
import { viewItem } from '../queries/view-item.ts';
import { appendCustody } from '../repositories/custody-repository.ts';
import { findItem, type ItemRow, insertItem, placeItem } from '../repositories/item-repository.ts';
import { authorityOf } from '../stamping/authority.ts';

export interface EvidenceIntake {
  /** Made by the caller where it may ask again (a device that was off-line): the second time answers the first item. */
  readonly id?: string;
  readonly fileId: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  /** As the sender called it; the title where absent. */
  readonly fileName?: string;
  /** Of the bytes, which are in the file store already. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** When it was made, as the person says. */
  readonly capturedAt: string | null;
  readonly receivedAt: string;
  /** Where it comes from: the person or place it was taken from. */
  readonly source: string;
  readonly place?: string | null;
  readonly note?: string | null;
  /** A small JPEG to look at. */
  readonly thumbnail?: Buffer;
}

/** The first bytes of a stored file. */
export async function readHead(ctx: Ctx, sha256: string): Promise<Buffer> {
  const handle = await open(await ctx.services.files.localPath(sha256));
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The picture's words for the record; the thumbnail is a file of its own. */
function exifRecord(facts: PictureFacts | undefined): Record<string, string> | null {
  if (facts === undefined) return null;
  const { thumbnail: _, ...rest } = facts;
  const entries = Object.entries(rest).map(([key, value]) => [key, String(value)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

const MOST_THUMBNAIL_BYTES = 100 * 1024;

async function storeThumbnail(ctx: Ctx, picture: Buffer | undefined): Promise<string | null> {
  if (picture === undefined || picture.length > MOST_THUMBNAIL_BYTES || photoType(picture) === undefined) return null;
  const stored = await ctx.services.files.put(Readable.from([picture]), MOST_THUMBNAIL_BYTES);
  return stored.sha256;
}

/**
 * Makes stored bytes evidence in a file: hash and times at intake, the picture's own time compared with what is stated and
 * with the receipt (differing ones are marked with reasons, never corrected), first entry of the custody, and a time-stamp
 * where the office has an authority. The caller has judged the content and who may; it writes the audit entry.
 * @throws AppError evidence.item.received-later
 */
export async function keepEvidence(tx: Tx, ctx: Ctx, intake: EvidenceIntake): Promise<EvidenceItem> {
  const { fileId } = intake;
  const id = intake.id ?? uuidv7();
  const known = intake.id === undefined ? undefined : await findItem(tx, ctx.district, fileId, id);
  if (known !== undefined) return viewItem(ctx, known);
  if (Date.parse(intake.receivedAt) > ctx.now.getTime() + 60_000) throw new AppError('evidence.item.received-later');
  const isPhoto = intake.mediaType.startsWith('image/');
  const picture = isPhoto ? readExif(await readHead(ctx, intake.sha256)) : undefined;
  const capturedAt = intake.capturedAt === null ? null : new Date(intake.capturedAt).toISOString();
  const receivedAt = new Date(intake.receivedAt).toISOString();
  await insertItem(tx, ctx, {
    id,
    kind: intake.kind,
    title: intake.title,
    fileName: intake.fileName ?? intake.title,
    sha256: intake.sha256,
    size: intake.size,
    mediaType: intake.mediaType,
    thumbnail: await storeThumbnail(ctx, intake.thumbnail ?? picture?.thumbnail),
    capturedAt,
    receivedAt,
    source: intake.source,
    place: intake.place ?? null,
    note: intake.note ?? null,
    exif: exifRecord(picture),
    doubts: judgeTime(picture, { capturedAt, receivedAt }, isPhoto),
  });
  const no = await placeItem(tx, ctx, { fileId, itemId: id, from: null });
  await appendCustody(tx, ctx, {
    subject: 'item',
    subjectId: id,
    act: 'intake',
    happenedAt: receivedAt,
    from: intake.source,
    to: ctx.actor.displayName,
    place: intake.place,
    details: { fileId, no, sha256: intake.sha256, size: intake.size },
  });
  if (authorityOf(ctx.services.config) !== undefined)
    await enqueueJob(tx, ctx, { task: 'evidence.stamp-item', payload: { itemId: id }, queue: 'evidence-stamps' });
  return viewItem(ctx, (await findItem(tx, ctx.district, fileId, id)) as ItemRow);
}
