import { stat } from 'node:fs/promises';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { EVIDENCE_READ } from '../evidence.catalogue.ts';
import { requireFile, requireItem } from './require-file.ts';
import { pictureOf } from './view-item.ts';

/** The bytes as they came in; who took them away is in the log. @throws AppError evidence.item.changed where they are not there whole */
export async function downloadEvidence(ctx: Ctx, fileId: string, itemId: string): Promise<FileAnswer> {
  const file = await requireFile(ctx, fileId, EVIDENCE_READ);
  const row = await requireItem(ctx, fileId, itemId);
  const found = await stat(await ctx.services.files.localPath(row.sha256)).catch(() => undefined);
  if (found?.size !== row.size) throw new AppError('evidence.item.changed', { title: row.title });
  const content = await ctx.services.files.read(row.sha256);
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action: 'evidence.item.download',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { item: itemId, title: row.title, sha256: row.sha256 },
    }),
  );
  return { fileName: row.fileName, mediaType: row.mediaType, content };
}

/** A small picture to look at. @throws AppError 404 where there is none */
export async function downloadThumbnail(ctx: Ctx, fileId: string, itemId: string): Promise<FileAnswer> {
  await requireFile(ctx, fileId, EVIDENCE_READ);
  const row = await requireItem(ctx, fileId, itemId);
  const picture = pictureOf(row);
  if (picture === null) throw new AppError('platform.not-found');
  const mediaType = row.thumbnail === null ? row.mediaType : 'image/jpeg';
  return { fileName: `${row.no}.jpg`, mediaType, content: await ctx.services.files.read(picture) };
}
