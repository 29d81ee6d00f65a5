import { Readable } from 'node:stream';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MOST_PHOTO_BYTES, MOST_PHOTOS, photoType } from '../../../platform/files/photo-type.ts';
import { photoName, readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { keepEvidence } from '../../evidence/index.ts';
import { TASK_WORK } from '../inspections.catalogue.ts';
import { CHECK_PROCEDURE } from '../procedure/check-states.ts';
import { findRecord, insertPhoto } from '../repositories/record-repository.ts';
import { findTask, lockTask } from '../repositories/task-repository.ts';

/** The drawn signature is kept beside the photos, under this name of an item. */
const SIGNATURE = 'signature';

const momentOf = (text: string | undefined): string | null => {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};

const CODE = /^[a-z][a-z-]{0,58}$/;

/** Adds a photo or the signature to one's own record and keeps it as evidence of the file. Sent twice, kept once. */
export async function addInspectionPhoto(ctx: Ctx, recordId: string, file: UploadedFile): Promise<void> {
  const content = await readPhoto(file.content);
  const record = await findRecord(ctx.db, ctx.district, recordId);
  const task = record && (await findTask(ctx.db, ctx, record.task_id, scopeFor(ctx, TASK_WORK)));
  if (record === undefined || task === undefined) throw new AppError('platform.not-found');
  if (record.by_id !== ctx.actor.userId) throw new AppError('inspections.record.not-yours');
  const fileName = photoName(file.fileName);
  const mediaType = photoType(content.subarray(0, 16));
  if (mediaType === undefined) throw new AppError('inspections.photo.not-a-photo', { fileName });
  const stored = await ctx.services.files.put(Readable.from([content]), MOST_PHOTO_BYTES);
  const itemCode = CODE.test(file.fields.item ?? '') ? (file.fields.item ?? null) : null;
  const takenAt = momentOf(file.fields.takenAt);
  await inTransaction(ctx, async (tx) => {
    await lockTask(tx, ctx.district, task.id);
    const { photos } = (await findRecord(tx, ctx.district, recordId)) ?? record;
    if (photos.some((one) => one.sha256 === stored.sha256)) return;
    if (photos.length >= MOST_PHOTOS) throw new AppError('inspections.photo.too-many', { most: MOST_PHOTOS });
    const evidence = await keepEvidence(tx, ctx, {
      fileId: task.file_id,
      kind: itemCode === SIGNATURE ? 'record' : 'photo',
      title: itemCode === SIGNATURE ? `现场检查签名（${record.checked_on}）` : `现场照片：${fileName}`,
      ...stored,
      mediaType,
      capturedAt: takenAt,
      receivedAt: ctx.now.toISOString(),
      source: `现场检查（${record.by_name}）`,
      fileName,
      place: task.address,
      note: record.state === 'held' ? '记录有冲突，待处理' : null,
    });
    await insertPhoto(tx, ctx, {
      recordId,
      itemCode,
      takenAt,
      evidenceId: evidence.id,
      position: photos.length + 1,
      fileName,
      mediaType,
      ...stored,
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.task.add',
      subject: { kind: CHECK_PROCEDURE, id: task.id, label: `${task.number} ${task.name}` },
      details: { sha256: stored.sha256, size: stored.size, evidence: evidence.id },
    });
  });
}
