import type { ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { recordTrademarkUse, removeTrademarkUse } from '../../ip-rights/index.ts';
import { listAttachments } from '../repositories/attachment-repository.ts';
import {
  lockerSource,
  type MarkRecord,
  marksWithin,
  partiesWithin,
  selectMarks,
} from '../repositories/mark-repository.ts';
import { insertUse, lockUse, selectUse, setUseWithdrawn, type UseRow } from '../repositories/use-repository.ts';
import { USE_KEEP } from '../trademark-portfolio.catalogue.ts';
import { keepAttachment, readUpload, storeUpload } from './keep-attachment.ts';

type AddUse = (typeof routes)['addUseEvidence'];

const SUBJECT = 'trademark-portfolio.use';

/** Marks of the party itself, all of those asked for. @throws AppError 404 when one of them is not its own */
async function ownMarks(ctx: Ctx, partyId: string, ids: readonly string[]): Promise<MarkRecord[]> {
  const marks = await selectMarks(
    ctx.db,
    ctx,
    sql`r.id = any(${[...ids]}::uuid[]) and r.country = 'CN' and ${marksWithin(ctx, USE_KEEP)}`,
  );
  const own = marks.filter((mark) => mark.holders.some((holder) => holder.partyId === partyId));
  if (own.length < new Set(ids).size) throw new AppError('trademark-portfolio.use.not-own');
  return own;
}

async function mayKeepFor(ctx: Ctx, partyId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from parties.party p where p.district = ${ctx.district} and p.id = ${partyId}
    and ${partiesWithin(ctx, USE_KEEP)}`.execute(ctx.db);
  return rows.length > 0;
}

/** Evidence the actor keeps, not withdrawn. @throws AppError 404, 409 */
async function ownUse(db: Db, ctx: Ctx, id: string): Promise<UseRow> {
  const [use] = await selectUse(db, ctx, sql`e.id = ${id} and ${partiesWithin(ctx, USE_KEEP)}`);
  if (use === undefined) throw new AppError('platform.not-found');
  if (use.withdrawn_on !== null) throw new AppError('trademark-portfolio.use.withdrawn', { on: use.withdrawn_on });
  return use;
}

/** Enters evidence of use for marks of one's own. It counts in the register from its first file on. Sent twice, it is one. */
export async function addUseEvidence(ctx: Ctx, input: ParsedInput<AddUse>['body']): Promise<{ id: string }> {
  if (!(await mayKeepFor(ctx, input.partyId))) throw new AppError('trademark-portfolio.use.not-own');
  const marks = await ownMarks(ctx, input.partyId, input.trademarkIds);
  if (input.until > ctx.today) throw new AppError('trademark-portfolio.use.in-future', { on: input.until });
  if (input.until < input.from)
    throw new AppError('trademark-portfolio.use.order', { from: input.from, until: input.until });
  return inTransaction(ctx, async (tx) => {
    if (await insertUse(tx, ctx, input, marks))
      await writeAudit(tx, ctx, {
        action: 'trademark-portfolio.use.add',
        subject: { kind: SUBJECT, id: input.id, label: marks.map((mark) => mark.name)[0] ?? '' },
        details: {
          kind: input.kind,
          until: input.until,
          marks: marks.map((m) => `${m.registration_no}/${m.nice_class}`),
        },
      });
    // An id of somebody else's evidence is not told apart from one that was never there.
    await ownUse(tx, ctx, input.id);
    return { id: input.id };
  });
}

/** Adds a photo or paper; with the first one the evidence counts against revocation. */
export async function addUseFile(ctx: Ctx, id: string, file: UploadedFile): Promise<void> {
  const content = await readUpload(file);
  await ownUse(ctx.db, ctx, id);
  const stored = await storeUpload(ctx, file, content);
  await inTransaction(ctx, async (tx) => {
    await lockUse(tx, ctx, id);
    const use = await ownUse(tx, ctx, id);
    if (!(await keepAttachment(tx, ctx, { owner: 'use', ownerId: id }, stored))) return;
    if ((await listAttachments(tx, ctx, 'use', id)).length === 1)
      await recordTrademarkUse(tx, ctx, {
        source: lockerSource(id),
        marks: use.marks,
        kind: use.kind,
        usedOn: use.used_until,
        note: use.note,
      });
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.use.add',
      subject: { kind: SUBJECT, id, label: stored.fileName },
      details: { sha256: stored.sha256, size: stored.size },
    });
  });
}

/** Takes evidence back: it stays readable and counts no more. */
export async function withdrawUseEvidence(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockUse(tx, ctx, id);
    const use = await ownUse(tx, ctx, id);
    await setUseWithdrawn(tx, ctx, id, reason);
    await removeTrademarkUse(tx, ctx, { source: lockerSource(id), marks: use.marks });
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.use.withdraw',
      subject: { kind: SUBJECT, id },
      details: { reason },
    });
  });
}
