import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { commitFunds } from '../../funds/index.ts';
import type { PolicyVersion } from '../../policies/index.ts';
import { computeClaim, orderOf } from '../queries/compute-claim.ts';
import { updateClaimRow, updateLine } from '../repositories/claim-repository.ts';
import { claimOfStep, endClaim, originOf } from './claim-of-step.ts';
import { keepComputation, refuseStopped } from './judge-computation.ts';
import { shareBudget } from './share-budget.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const confirmationOf = (fields: ActionStep['fields']): string | null =>
  textOf(fields.confirmChange).trim() || null;

/** Credit is read again: preconditions of the policy and bans; it clears or it refuses with the reason. */
export async function clearCreditStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  const now = await computeClaim(step.ctx, orderOf(step.claim, step.lines));
  await refuseStopped(step, now);
  const barred = now.lines.flatMap((line) => line.refusals.filter((one) => one.code === 'precondition'));
  await refuseStopped(step, { ...now, stops: barred.slice(0, 1) });
  return { record: { factsAsOf: now.factsAsOf } };
}

/** The group in which an item does not stack, as the computation names it. */
function groupOf(version: PolicyVersion, code: string): string | null {
  const item = version.policy.items.find((one) => one.code === code);
  return item === undefined || item.stacking.rule === 'stackable' ? null : (item.stacking.group ?? item.code);
}

/** Approves with the facts of now; the money is promised line by line, or nothing is. */
export async function approveStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  const { tx, ctx, claim, lines } = step;
  const now = await shareBudget(step, await computeClaim(ctx, orderOf(claim, lines)));
  const { changes } = await keepComputation(step, now, {
    stage: 'decision',
    confirmation: confirmationOf(action.fields),
  });
  const documentNo = textOf(action.fields.documentNo);
  for (const line of now.lines) {
    const known = lines.find((one) => one.id === line.lineId);
    if (known === undefined) continue;
    if (line.amountFen > 0)
      await commitFunds(tx, ctx, {
        fund: claim.fund,
        year: claim.fundYear,
        item: line.item,
        policy: claim.policyCode,
        group: groupOf(now.version, line.item),
        amountFen: line.amountFen,
        origin: originOf(claim, known),
        reason: `审定 ${documentNo}`,
      });
    await updateLine(tx, ctx.district, line.lineId, {
      approvedFen: line.amountFen,
      payment: line.amountFen > 0 ? 'committed' : 'none',
    });
  }
  await updateClaimRow(tx, ctx.district, claim.id, { approvedFen: now.totalFen, decisionNo: documentNo });
  return { record: { totalFen: now.totalFen, changes } };
}

export async function refuseStep(action: ActionStep): Promise<ActionEffect> {
  const reason = textOf(action.fields.reason);
  await endClaim(await claimOfStep(action), {
    reason: `不予扶持：${reason}`,
    entitlements: 'expired',
    publicReason: '经复核不予扶持',
  });
  return {};
}

export async function notAcceptStep(action: ActionStep): Promise<ActionEffect> {
  const reason = textOf(action.fields.reason);
  await endClaim(await claimOfStep(action), {
    reason: `不予受理：${reason}`,
    entitlements: 'offered',
    publicReason: '不予受理',
  });
  return {};
}

export async function withdrawStep(action: ActionStep): Promise<ActionEffect> {
  await endClaim(await claimOfStep(action), {
    reason: action.note ?? '申报单位撤回',
    entitlements: 'offered',
    publicReason: '申报单位撤回申请',
  });
  return {};
}
