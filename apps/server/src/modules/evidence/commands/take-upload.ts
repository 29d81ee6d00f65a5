import { createHash } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { EvidenceUpload, ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EVIDENCE_KEEP } from '../evidence.catalogue.ts';
import { requireFile, requireOpenFile } from '../queries/require-file.ts';
import {
  draftPath,
  findUpload,
  insertUpload,
  listOpenUploads,
  moveMark,
  removeDraft,
  type UploadRow,
} from '../repositories/upload-repository.ts';

const MB = 1024 * 1024;

/** What the sender sees of its upload. */
export function viewUpload({ fileId: _f, userId: _u, sha256: _s, ...row }: UploadRow): EvidenceUpload {
  return row;
}

/** An upload of the actor into a file it may add to. @throws AppError 404 */
export async function requireUpload(ctx: Ctx, fileId: string, id: string): Promise<UploadRow> {
  await requireFile(ctx, fileId, EVIDENCE_KEEP);
  const row = await findUpload(ctx.db, ctx.district, id);
  if (row === undefined || row.fileId !== fileId || row.userId !== ctx.actor.userId)
    throw new AppError('platform.not-found');
  return row;
}

type Begin = ParsedInput<(typeof routes)['beginUpload']>['body'];

const cleanName = (name: string) =>
  name
    .replace(/^.*[\\/]/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069<>"]/g, '')
    .toWellFormed()
    .slice(-150) || '未命名';

/**
 * Announces a file under the sender's id. Begun again, with the same file and size, it answers how much is there.
 * @throws AppError 413 evidence.upload.too-large, 409 evidence.upload.other
 */
export async function beginUpload(ctx: Ctx, fileId: string, input: Begin): Promise<EvidenceUpload> {
  await requireOpenFile(ctx, fileId, EVIDENCE_KEEP);
  const limit = ctx.services.config.maxUploadBytes;
  if (input.size > limit) throw new AppError('evidence.upload.too-large', { limit: Math.floor(limit / MB) });
  await inTransaction(ctx, (tx) =>
    insertUpload(tx, ctx, {
      id: input.id,
      fileId,
      userId: ctx.actor.userId as string,
      fileName: cleanName(input.fileName),
      size: input.size,
      sha256: input.sha256 ?? null,
      about: input.about,
    }),
  );
  const row = await findUpload(ctx.db, ctx.district, input.id);
  if (row === undefined || row.fileId !== fileId || row.userId !== ctx.actor.userId || row.size !== input.size)
    throw new AppError('evidence.upload.other');
  return viewUpload(row);
}

/** My uploads into a file that are not whole yet. */
export async function listUploads(ctx: Ctx, fileId: string): Promise<{ items: EvidenceUpload[] }> {
  await requireFile(ctx, fileId, EVIDENCE_KEEP);
  return { items: (await listOpenUploads(ctx, fileId)).map(viewUpload) };
}

/**
 * Writes a piece as it arrives: memory holds one network buffer. The mark moves only when the whole piece is on disk and
 * has the hash its sender gave, so a cut loses one piece. What is already there is passed over.
 * @throws AppError 409 evidence.upload.gap, 422 evidence.upload.too-long, evidence.upload.chunk-damaged
 */
export async function sendChunk(
  ctx: Ctx,
  fileId: string,
  id: string,
  piece: { readonly offset: number; readonly sha256?: string | undefined; readonly bytes: Readable },
): Promise<{ received: number }> {
  const upload = await requireUpload(ctx, fileId, id);
  if (upload.itemId !== null) return { received: upload.size };
  if (piece.offset > upload.received)
    throw new AppError('evidence.upload.gap', { received: upload.received, offset: piece.offset });
  const hash = createHash('sha256');
  const handle = await open(await draftPath(ctx, id), constants.O_RDWR | constants.O_CREAT, 0o600);
  let at = piece.offset;
  try {
    for await (const part of piece.bytes as AsyncIterable<Buffer>) {
      hash.update(part);
      if (at + part.length > upload.size) throw new AppError('evidence.upload.too-long');
      const fresh = part.subarray(Math.max(0, upload.received - at));
      if (fresh.length > 0) await handle.write(fresh, 0, fresh.length, at + part.length - fresh.length);
      at += part.length;
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
  if (piece.sha256 !== undefined && hash.digest('hex') !== piece.sha256)
    throw new AppError('evidence.upload.chunk-damaged');
  return { received: await moveMark(ctx, id, at) };
}

/** Gives up an upload that is not whole; what is evidence already stays. */
export async function dropUpload(ctx: Ctx, fileId: string, id: string): Promise<void> {
  await requireUpload(ctx, fileId, id);
  await sql`delete from evidence.upload where district = ${ctx.district} and id = ${id} and item_id is null`.execute(
    ctx.db,
  );
  await removeDraft(ctx, id);
}
