import type { ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { reachMark } from '../queries/show-mark-life.ts';
import { reachMaterial } from '../queries/show-material.ts';
import { partiesWithin } from '../repositories/mark-repository.ts';
import {
  type EntryRow,
  insertEntry,
  insertMaterial,
  lockMaterial,
  type MaterialRow,
  selectEntries,
  setEntryRemoved,
  setMaterialClosed,
} from '../repositories/material-repository.ts';
import { MATERIAL_KEEP } from '../trademark-portfolio.catalogue.ts';
import { keepAttachment, readUpload, storeUpload } from './keep-attachment.ts';

const SUBJECT = 'trademark-portfolio.material';

function assertOpen(file: MaterialRow): void {
  if (file.closed_on !== null) throw new AppError('trademark-portfolio.material.closed', { on: file.closed_on });
}

/** Begins a file of material for one matter of a holder. @throws AppError 404, 422 */
export async function openWellKnownFile(
  ctx: Ctx,
  input: ParsedInput<(typeof routes)['openWellKnownFile']>['body'],
): Promise<{ id: string }> {
  const mark = await reachMark(ctx, input.trademarkId, MATERIAL_KEEP);
  const { rows } =
    await sql`select 1 from parties.party p where p.district = ${ctx.district} and p.id = ${input.partyId}
    and ${partiesWithin(ctx, MATERIAL_KEEP)}`.execute(ctx.db);
  if (rows.length === 0 || !mark.holders.some((holder) => holder.partyId === input.partyId))
    throw new AppError('platform.not-found');
  if (mark.status !== 'registered' && mark.status !== 'grace')
    throw new AppError('trademark-portfolio.material.not-registered', { name: mark.name });
  return inTransaction(ctx, async (tx) => {
    const id = await insertMaterial(tx, ctx, { ...input, mark });
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.material.open',
      subject: { kind: SUBJECT, id, label: mark.name },
      details: { occasion: input.occasion, route: input.route },
    });
    return { id };
  });
}

/** States something under an item of the list. Sent twice, it is one. @throws AppError 404, 409, 422 */
export async function addWellKnownEntry(
  ctx: Ctx,
  fileId: string,
  input: ParsedInput<(typeof routes)['addWellKnownEntry']>['body'],
): Promise<{ id: string }> {
  assertOpen(await reachMaterial(ctx, fileId, MATERIAL_KEEP));
  const item = ctx.services.jurisdiction.markPool.evidence.find((one) => one.code === input.item);
  if (item === undefined || item.computed === 'registered-years')
    throw new AppError('trademark-portfolio.material.unknown-item', { item: input.item });
  if (input.from !== null && input.until !== null && input.until < input.from)
    throw new AppError('trademark-portfolio.use.order', { from: input.from, until: input.until });
  return inTransaction(ctx, async (tx) => {
    await lockMaterial(tx, ctx, fileId);
    if (await insertEntry(tx, ctx, fileId, input))
      await writeAudit(tx, ctx, {
        action: 'trademark-portfolio.material.add',
        subject: { kind: SUBJECT, id: fileId, label: item.label },
        details: { entry: input.id },
      });
    return { id: input.id };
  });
}

/** A statement of an open file the actor keeps. @throws AppError 404, 409 */
async function ownEntry(ctx: Ctx, id: string): Promise<{ entry: EntryRow; file: MaterialRow }> {
  const [entry] = await selectEntries(ctx.db, ctx, sql`e.id = ${id}`);
  if (entry === undefined) throw new AppError('platform.not-found');
  const file = await reachMaterial(ctx, entry.file_id, MATERIAL_KEEP);
  assertOpen(file);
  return { entry, file };
}

/** Adds a proof to a statement. Sent twice, kept once. */
export async function addWellKnownFilePart(ctx: Ctx, entryId: string, file: UploadedFile): Promise<void> {
  const content = await readUpload(file);
  const { entry } = await ownEntry(ctx, entryId);
  const stored = await storeUpload(ctx, file, content);
  await inTransaction(ctx, async (tx) => {
    await lockMaterial(tx, ctx, entry.file_id);
    if (!(await keepAttachment(tx, ctx, { owner: 'well-known', ownerId: entryId }, stored))) return;
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.material.add',
      subject: { kind: SUBJECT, id: entry.file_id, label: stored.fileName },
      details: { entry: entryId, sha256: stored.sha256, size: stored.size },
    });
  });
}

/** Takes a statement out of the index; the log keeps that it was there. */
export async function removeWellKnownEntry(ctx: Ctx, entryId: string): Promise<void> {
  const { entry, file } = await ownEntry(ctx, entryId);
  await inTransaction(ctx, async (tx) => {
    await lockMaterial(tx, ctx, file.id);
    await setEntryRemoved(tx, ctx, entryId);
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.material.remove',
      subject: { kind: SUBJECT, id: file.id, label: entry.text.slice(0, 60) },
      details: { entry: entryId },
    });
  });
}

/** Closes a file when its matter is over. @throws AppError 404, 409 */
export async function closeWellKnownFile(ctx: Ctx, id: string, reason: string): Promise<void> {
  assertOpen(await reachMaterial(ctx, id, MATERIAL_KEEP));
  await inTransaction(ctx, async (tx) => {
    await lockMaterial(tx, ctx, id);
    await setMaterialClosed(tx, ctx, id, reason);
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.material.close',
      subject: { kind: SUBJECT, id },
      details: { reason },
    });
  });
}
