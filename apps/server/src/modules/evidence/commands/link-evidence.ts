import type { EvidenceDetail } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EVIDENCE_KEEP, EVIDENCE_LINK } from '../evidence.catalogue.ts';
import { requireFile, requireItem, requireOpenFile } from '../queries/require-file.ts';
import { getEvidence } from '../queries/show-evidence.ts';
import { appendCustody } from '../repositories/custody-repository.ts';
import { findItem, placeItem } from '../repositories/item-repository.ts';

/**
 * Puts an item into another file as well, in the caller's transaction; its custody says so. An item that is there already
 * stays as it is. Whoever calls has judged that both files may be used for this.
 * @throws AppError 404 where the item is in no file
 */
export async function linkEvidence(
  tx: Tx,
  ctx: Ctx,
  evidenceId: string,
  toFileId: string,
  reason: string,
): Promise<void> {
  const { rows } = await sql<{
    fileId: string;
    number: string;
  }>`select l.file_id as "fileId", f.number from evidence.file_item l
    join procedures.file f on f.district = l.district and f.id = l.file_id
    where l.district = ${ctx.district} and l.item_id = ${evidenceId} order by l.added_at limit 1`.execute(tx);
  const origin = rows[0];
  if (origin === undefined) throw new AppError('platform.not-found');
  if ((await findItem(tx, ctx.district, toFileId, evidenceId)) !== undefined) return;
  const no = await placeItem(tx, ctx, {
    fileId: toFileId,
    itemId: evidenceId,
    from: { fileId: origin.fileId, reason },
  });
  const target = await sql<{
    number: string;
  }>`select number from procedures.file where district = ${ctx.district} and id = ${toFileId}`.execute(tx);
  await appendCustody(tx, ctx, {
    subject: 'item',
    subjectId: evidenceId,
    act: 'link',
    reason,
    details: { fromFile: origin.number, toFile: target.rows[0]?.number ?? '', no },
  });
}

/**
 * Uses an item of one file in another that the actor handles.
 * @throws AppError evidence.file.unknown, evidence.item.in-file, evidence.item.set-aside
 */
export async function linkEvidenceToFile(
  ctx: Ctx,
  fileId: string,
  itemId: string,
  input: { readonly number: string; readonly reason: string },
): Promise<EvidenceDetail> {
  const file = await requireFile(ctx, fileId, EVIDENCE_LINK);
  const row = await requireItem(ctx, fileId, itemId);
  if (row.setAsideAt !== null) throw new AppError('evidence.item.set-aside');
  const target = await findTarget(ctx, input.number);
  await inTransaction(ctx, async (tx) => {
    if ((await findItem(tx, ctx.district, target.id, itemId)) !== undefined)
      throw new AppError('evidence.item.in-file', { number: target.number });
    await linkEvidence(tx, ctx, itemId, target.id, input.reason);
    await writeAudit(tx, ctx, {
      action: EVIDENCE_LINK,
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { item: itemId, title: row.title, to: target.number, reason: input.reason },
    });
  });
  return getEvidence(ctx, fileId, itemId);
}

/** A file the actor may not read is as unknown as one that is not there. */
async function findTarget(ctx: Ctx, number: string) {
  const unknown = new AppError('evidence.file.unknown', { number });
  const { rows } = await sql<{
    id: string;
  }>`select id from procedures.file where district = ${ctx.district} and number = ${number}`.execute(ctx.db);
  if (rows[0] === undefined) throw unknown;
  try {
    return await requireOpenFile(ctx, rows[0].id, EVIDENCE_KEEP);
  } catch (error) {
    if (error instanceof AppError && error.code === 'platform.not-found') throw unknown;
    throw error;
  }
}
