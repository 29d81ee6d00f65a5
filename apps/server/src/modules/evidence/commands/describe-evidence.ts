import type { EvidenceDetail, ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EVIDENCE_KEEP } from '../evidence.catalogue.ts';
import { requireItem, requireOpenFile } from '../queries/require-file.ts';
import { getEvidence } from '../queries/show-evidence.ts';
import { appendCustody } from '../repositories/custody-repository.ts';

type Words = ParsedInput<(typeof routes)['describeEvidence']>['body'];

/** Changes what is said of an item, never the bytes or the times; before and after stay in its custody. */
export async function describeEvidence(
  ctx: Ctx,
  fileId: string,
  itemId: string,
  words: Words,
): Promise<EvidenceDetail> {
  const file = await requireOpenFile(ctx, fileId, EVIDENCE_KEEP);
  const row = await requireItem(ctx, fileId, itemId);
  const before = { kind: row.kind, title: row.title, place: row.place, note: row.note };
  const after = { kind: words.kind, title: words.title, place: words.place || null, note: words.note || null };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => before[key] !== after[key]);
  if (changed.length === 0) return getEvidence(ctx, fileId, itemId);
  const details = Object.fromEntries(
    changed.flatMap((key) => [
      [`${key}Before`, before[key]],
      [`${key}After`, after[key]],
    ]),
  );
  await inTransaction(ctx, async (tx) => {
    await sql`update evidence.item set kind = ${after.kind}, title = ${after.title}, place = ${after.place}, note = ${after.note}
      where district = ${ctx.district} and id = ${itemId}`.execute(tx);
    await appendCustody(tx, ctx, {
      subject: 'item',
      subjectId: itemId,
      act: 'describe',
      reason: words.reason,
      details,
    });
    await writeAudit(tx, ctx, {
      action: 'evidence.item.describe',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { item: itemId, ...details },
    });
  });
  return getEvidence(ctx, fileId, itemId);
}

/** Uses an item no longer in a file; it stays in the list with the reason. @throws AppError evidence.item.set-aside */
export async function setEvidenceAside(
  ctx: Ctx,
  fileId: string,
  itemId: string,
  reason: string,
): Promise<EvidenceDetail> {
  const file = await requireOpenFile(ctx, fileId, EVIDENCE_KEEP);
  const row = await requireItem(ctx, fileId, itemId);
  await inTransaction(ctx, async (tx) => {
    const { numAffectedRows } =
      await sql`update evidence.file_item set set_aside_at = ${ctx.now}, set_aside_by_name = ${ctx.actor.displayName},
        set_aside_reason = ${reason}
      where district = ${ctx.district} and file_id = ${fileId} and item_id = ${itemId} and set_aside_at is null`.execute(
        tx,
      );
    if (numAffectedRows !== 1n) throw new AppError('evidence.item.set-aside');
    await appendCustody(tx, ctx, {
      subject: 'item',
      subjectId: itemId,
      act: 'set-aside',
      reason,
      details: { file: file.number },
    });
    await writeAudit(tx, ctx, {
      action: 'evidence.item.set',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { item: itemId, title: row.title, reason },
    });
  });
  return getEvidence(ctx, fileId, itemId);
}
