import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { EvidenceItem, ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { DEFAULT_READ_LIMITS, openArchive, ReadError } from '../../../platform/imports/readers/index.ts';
import { HEAD_BYTES, judgeContent } from '../domain/judge-content.ts';
import { EVIDENCE_KEEP } from '../evidence.catalogue.ts';
import { requireItem, requireOpenFile } from '../queries/require-file.ts';
import { viewItem } from '../queries/view-item.ts';
import { draftPath, removeDraft, resetMark, type UploadRow } from '../repositories/upload-repository.ts';
import { keepEvidence } from './keep-evidence.ts';
import { requireUpload } from './take-upload.ts';

const damaged = { zh: '文件已损坏或加密，无法检查', en: 'it is damaged or encrypted and cannot be checked' };

async function namesInside(ctx: Ctx, path: string, fileName: string, head: Buffer): Promise<string[]> {
  if (head.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return [];
  try {
    const archive = await openArchive(path, fileName, DEFAULT_READ_LIMITS);
    archive.close();
    return archive.entries.map((entry) => entry.name);
  } catch (error) {
    if (error instanceof ReadError)
      throw new AppError('evidence.item.refused', { fileName, reason: damaged[ctx.language] });
    throw error;
  }
}

/** Judges the whole file by its content. @throws AppError evidence.item.refused; nothing of it is kept then */
async function mediaTypeOf(ctx: Ctx, upload: UploadRow, path: string): Promise<string> {
  const handle = await open(path);
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0).finally(() => handle.close());
  const bytes = head.subarray(0, bytesRead);
  const verdict = judgeContent(upload.fileName, bytes, await namesInside(ctx, path, upload.fileName, bytes));
  if (verdict.ok) return verdict.mediaType;
  throw new AppError('evidence.item.refused', { fileName: upload.fileName, reason: verdict.why[ctx.language] });
}

async function forget(ctx: Ctx, id: string): Promise<void> {
  await sql`delete from evidence.upload where district = ${ctx.district} and id = ${id} and item_id is null`.execute(
    ctx.db,
  );
  await removeDraft(ctx, id);
}

/** Streams the draft into the store. @throws AppError evidence.upload.damaged when it is not what was sent */
async function store(ctx: Ctx, upload: UploadRow, path: string): Promise<StoredFile> {
  const stored = await ctx.services.files.put(createReadStream(path, { end: upload.size - 1 }), upload.size);
  if (upload.sha256 !== null && stored.sha256 !== upload.sha256) {
    await resetMark(ctx, upload.id);
    throw new AppError('evidence.upload.damaged');
  }
  return stored;
}

/**
 * Makes a whole upload evidence. Asked again it answers the same item.
 * @throws AppError evidence.upload.unfinished, evidence.upload.damaged, evidence.item.refused, evidence.file.closed
 */
export async function finishUpload(
  ctx: Ctx,
  fileId: string,
  id: string,
  input: ParsedInput<(typeof routes)['finishUpload']>['body'],
): Promise<EvidenceItem> {
  const upload = await requireUpload(ctx, fileId, id);
  if (upload.itemId !== null) return viewItem(ctx, await requireItem(ctx, fileId, upload.itemId));
  const file = await requireOpenFile(ctx, fileId, EVIDENCE_KEEP);
  if (upload.received < upload.size)
    throw new AppError('evidence.upload.unfinished', { received: upload.received, size: upload.size });
  const path = await draftPath(ctx, id);
  const mediaType = await mediaTypeOf(ctx, upload, path).catch(async (error: unknown) => {
    if (error instanceof AppError) await forget(ctx, id);
    throw error;
  });
  const stored = await store(ctx, upload, path);
  const { about } = upload;
  const item = await inTransaction(ctx, async (tx) => {
    await sql`select 1 from evidence.upload where district = ${ctx.district} and id = ${id} for update`.execute(tx);
    const kept = await keepEvidence(tx, ctx, {
      id,
      fileId,
      kind: about.kind,
      title: about.title,
      fileName: upload.fileName,
      sha256: stored.sha256,
      size: stored.size,
      mediaType,
      capturedAt: about.capturedAt ?? null,
      receivedAt: about.receivedAt ?? upload.begunAt,
      source: about.source,
      place: about.place ?? null,
      note: about.note ?? null,
      ...(input.thumbnail ? { thumbnail: Buffer.from(input.thumbnail, 'base64') } : {}),
    });
    await sql`update evidence.upload set item_id = ${id} where district = ${ctx.district} and id = ${id}`.execute(tx);
    await writeAudit(tx, ctx, {
      action: EVIDENCE_KEEP,
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { item: id, title: about.title, kind: about.kind, sha256: stored.sha256, size: stored.size },
    });
    return kept;
  });
  await removeDraft(ctx, id);
  return item;
}
