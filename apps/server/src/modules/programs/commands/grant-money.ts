import { addDays } from '@jince/calendar';
import type { InstalmentStage } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  cancelCommitment,
  cancelPayable,
  commitFunds,
  createPayable,
  type Origin,
  openReceivable,
} from '../../funds/index.ts';
import { splitGrant } from '../domain/split-grant.ts';
import { moneyText } from '../domain/words.ts';
import { type CallRow, findCall } from '../repositories/call-repository.ts';
import {
  type InstalmentRow,
  insertInstalments,
  listInstalments,
  setInstalment,
} from '../repositories/part-repository.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';

export function stageLabel(ctx: Ctx, stage: InstalmentStage): string {
  return ctx.services.jurisdiction.programmes.settings.stages.find((one) => one.stage === stage)?.label ?? stage;
}

const originOf = (ctx: Ctx, project: ProjectRow, part: Pick<InstalmentRow, 'id' | 'stage'>): Origin => ({
  kind: 'programs.instalment',
  id: part.id,
  label: `${project.number} ${project.title}（${stageLabel(ctx, part.stage)}）`,
  href: `/cultivation/projects/${project.id}`,
});

/** Promises the whole grant, one commitment for each instalment. @throws AppError funds.budget.exceeded */
export async function commitGrant(tx: Tx, ctx: Ctx, project: ProjectRow): Promise<void> {
  const call = (await findCall(tx, ctx.district, project.call_id)) as CallRow;
  const parts = splitGrant(project.granted_fen ?? 0, project.terms.instalments).filter((part) => part.amountFen > 0);
  for (const part of await insertInstalments(tx, ctx.district, project.id, parts))
    await commitFunds(tx, ctx, {
      fund: call.fund,
      year: call.fund_year,
      item: call.fund_item,
      amountFen: part.amount_fen,
      origin: originOf(ctx, project, part),
      reason: `${call.number} 立项`,
    });
}

/** Makes an instalment due; nothing where the kind has none of the stage. */
export async function releaseInstalment(
  tx: Tx,
  ctx: Ctx,
  project: ProjectRow,
  { stage, documentNo }: { readonly stage: InstalmentStage; readonly documentNo: string },
): Promise<void> {
  const part = (await listInstalments(tx, ctx.district, [project.id])).find((one) => one.stage === stage);
  if (part?.state !== 'planned') return;
  await createPayable(tx, ctx, {
    origin: originOf(ctx, project, part),
    partyId: project.lead_party_id,
    amountFen: part.amount_fen,
    achievementKey: null,
    purpose: `${project.terms.name}资助（${stageLabel(ctx, stage)}）`,
    documentNo,
  });
  await setInstalment(tx, ctx.district, part.id, {
    state: 'payable',
    document_no: documentNo,
    payable_on: ctx.today,
  });
}

/** Gives back what is promised and not paid. @throws AppError funds.payable.not-open while a part is on its way to the bank */
async function cancelUnpaid(tx: Tx, ctx: Ctx, project: ProjectRow, parts: readonly InstalmentRow[], reason: string) {
  for (const part of parts.filter((one) => one.state !== 'paid' && one.state !== 'cancelled')) {
    const origin = originOf(ctx, project, part);
    if (part.state !== 'planned') await cancelPayable(tx, ctx, { origin, reason });
    await cancelCommitment(tx, ctx, { origin, reason });
    await setInstalment(tx, ctx.district, part.id, { state: 'cancelled', reason });
  }
}

/**
 * Ends the money of a project that failed or was terminated: unpaid parts go back to the budget, and what is to come back
 * of the paid ones becomes a debt, the first paid part first.
 * @throws AppError programs.grant.claw-back for more than was paid
 */
export async function clawBackGrant(
  tx: Tx,
  ctx: Ctx,
  project: ProjectRow,
  order: { readonly decisionNo: string; readonly reason: string; readonly clawBackFen: number },
): Promise<void> {
  const parts = await listInstalments(tx, ctx.district, [project.id]);
  const paid = parts.filter((part) => part.state === 'paid');
  const paidFen = paid.reduce((sum, part) => sum + part.amount_fen, 0);
  if (order.clawBackFen > paidFen)
    throw new AppError('programs.grant.claw-back', {
      amount: moneyText(order.clawBackFen),
      paid: moneyText(paidFen),
    });
  await cancelUnpaid(tx, ctx, project, parts, order.reason);
  const { count } = ctx.services.jurisdiction.programmes.settings.periods.clawBack;
  const dueOn = addDays(ctx.today, count);
  let left = order.clawBackFen;
  for (const part of paid) {
    const amountFen = Math.min(left, part.amount_fen);
    if (amountFen <= 0) return;
    left -= amountFen;
    await openReceivable(tx, ctx, {
      origin: originOf(ctx, project, part),
      partyId: project.lead_party_id,
      amountFen,
      decisionNo: order.decisionNo,
      reason: order.reason,
      instalments: [{ dueOn, amountFen }],
    });
  }
}
