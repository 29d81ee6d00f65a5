import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { recordPublication, requireCase } from '../../cases/index.ts';
import { PUBLICITY_PUBLISH } from '../case-papers.catalogue.ts';
import { dueBy, publicityStanding } from '../domain/publicity-rule.ts';
import {
  findPublicity,
  lockPublicity,
  markPublished,
  markTakenDown,
  type PublicityRow,
} from '../repositories/publicity-repository.ts';

const ADDRESS = '/public/cases';
const ACTION_WITHDRAW = 'case-papers.publicity.withdraw';

async function reach(ctx: Ctx, id: string): Promise<PublicityRow> {
  const row = await findPublicity(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  await requireCase(ctx, row.caseId, PUBLICITY_PUBLISH);
  return row;
}

/** Publishes the masked abstract of a penalty. @throws AppError case-papers.publicity.exempt · case-papers.publicity.done · 404 */
export async function publishCasePenalty(reader: Ctx, id: string): Promise<{ ok: true }> {
  await inTransaction(reader, async (tx) => {
    const ctx: Ctx = { ...reader, db: tx as unknown as Ctx['db'] };
    await lockPublicity(tx, ctx.district, id);
    const row = await reach(ctx, id);
    if (row.exemptReason !== null) throw new AppError('case-papers.publicity.exempt', { reason: row.exemptReason });
    const standing = publicityStanding(row, ctx.today);
    if (standing !== 'due' && standing !== 'overdue') throw new AppError('case-papers.publicity.done');
    const rule = row.term === 'minor' ? 'publicity.end-minor' : 'publicity.end';
    const { dueOn: endsOn } = dueBy(rule, ctx.today, await workingCalendarOf(tx, ctx.district));
    await markPublished(tx, ctx, id, { content: row.draft, endsOn });
    await recordPublication(tx, ctx, row.caseId, { on: ctx.today, address: ADDRESS });
    await writeAudit(tx, ctx, {
      action: PUBLICITY_PUBLISH,
      subject: { kind: 'case-papers.publicity', id, label: row.paperNumber ?? row.caseNumber },
      details: { case: row.caseId, endsOn },
    });
  });
  return { ok: true };
}

/** Takes a published penalty down. @throws AppError case-papers.publicity.not-shown · 404 */
export async function withdrawCasePenalty(
  reader: Ctx,
  id: string,
  change: { readonly changedOn: string; readonly reason: string },
): Promise<{ ok: true }> {
  await inTransaction(reader, async (tx) => {
    const ctx: Ctx = { ...reader, db: tx as unknown as Ctx['db'] };
    await lockPublicity(tx, ctx.district, id);
    const row = await reach(ctx, id);
    if (row.publishedOn === null || row.withdrawnOn !== null) throw new AppError('case-papers.publicity.not-shown');
    const { dueOn } = dueBy('publicity.withdrawal', change.changedOn, await workingCalendarOf(tx, ctx.district));
    await markTakenDown(tx, ctx, id, { dueOn, reason: change.reason });
    await writeAudit(tx, ctx, {
      action: ACTION_WITHDRAW,
      subject: { kind: 'case-papers.publicity', id, label: row.paperNumber ?? row.caseNumber },
      details: { case: row.caseId, ...change, late: ctx.today > dueOn },
    });
  });
  return { ok: true };
}
