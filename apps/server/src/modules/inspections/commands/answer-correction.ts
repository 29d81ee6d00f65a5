import { Readable } from 'node:stream';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MOST_PHOTO_BYTES, photoType } from '../../../platform/files/photo-type.ts';
import { photoName, readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { keepEvidence } from '../../evidence/index.ts';
import { ORDER_ANSWER } from '../inspections.catalogue.ts';
import { CHECK_PROCEDURE } from '../procedure/check-states.ts';
import { requireOwnTask } from '../queries/list-own-inspections.ts';
import { appendAnswer, listCorrections, lockTask } from '../repositories/task-repository.ts';

const PDF = '%PDF-';
const SHORTEST = 4;

const typeOf = (content: Buffer): string | undefined =>
  content.subarray(0, PDF.length).toString('latin1') === PDF ? 'application/pdf' : photoType(content.subarray(0, 16));

/**
 * A business says how it put right what an order names, with a PDF or photo as proof. Whoever handles the check is told; the
 * order stands until the re-check.
 * @throws AppError 404 for a check of somebody else; inspections.answer.*
 */
export async function answerCorrection(ctx: Ctx, id: string, file: UploadedFile): Promise<void> {
  const content = await readPhoto(file.content);
  await requireOwnTask(ctx, id);
  const text = (file.fields.text ?? '').trim().slice(0, 2000);
  if (text.length < SHORTEST) throw new AppError('inspections.answer.text-missing');
  const fileName = photoName(file.fileName);
  const mediaType = typeOf(content);
  if (mediaType === undefined) throw new AppError('inspections.answer.file-kind', { fileName });
  const stored = await ctx.services.files.put(Readable.from([content]), MOST_PHOTO_BYTES);
  await inTransaction(ctx, async (tx) => {
    await lockTask(tx, ctx.district, id);
    const task = await requireOwnTask({ ...ctx, db: tx as Ctx['db'] }, id);
    const order = (await listCorrections(tx, ctx.district, id)).at(-1);
    if (order === undefined || task.state !== 'correcting') throw new AppError('inspections.answer.nothing');
    const by = ctx.actor.displayName;
    const evidence = await keepEvidence(tx, ctx, {
      fileId: task.file_id,
      kind: mediaType === 'application/pdf' ? 'document' : 'photo',
      title: `改正证明：${fileName}`,
      ...stored,
      mediaType,
      capturedAt: null,
      receivedAt: ctx.now.toISOString(),
      source: `${task.name}（${by}）`,
      fileName,
    });
    await appendAnswer(tx, ctx, order.id, { text, on: ctx.today, by, fileName, evidenceId: evidence.id });
    // The file itself is the office's: the business has answered through its own door.
    const office: Ctx = { ...ctx, db: tx as Ctx['db'], actor: { ...systemActor, displayName: by } };
    await performAction(tx, office, task.file_id, 'answered', { note: text });
    await writeAudit(tx, ctx, {
      action: ORDER_ANSWER,
      subject: { kind: CHECK_PROCEDURE, id, label: `${task.number} ${task.name}` },
      details: { order: order.number, evidence: evidence.id, sha256: stored.sha256 },
    });
  });
}
