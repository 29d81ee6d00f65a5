import { yuan } from '@jince/entitlements';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { cancelCommitment, createPayable } from '../../funds/index.ts';
import { wanText } from '../domain/wan.ts';
import { type ComputedLine, computeClaim, orderOf } from '../queries/compute-claim.ts';
import { type LineRow, updateClaimRow, updateLine } from '../repositories/claim-repository.ts';
import { countObjections } from '../repositories/objection-repository.ts';
import { changeEntry, listEntriesOfClaim } from '../repositories/publicity-repository.ts';
import { claimOfStep, originOf, type StepClaim } from './claim-of-step.ts';
import { confirmationOf } from './decide-claim.ts';
import { keepComputation } from './judge-computation.ts';
import { keepShare } from './share-budget.ts';

/** @throws AppError subsidies.claim.objection-open */
export async function refuseOpenObjections({ ctx, claim }: Pick<StepClaim, 'ctx' | 'claim'>): Promise<void> {
  const count = await countObjections(ctx.db, ctx.district, { claimId: claim.id, state: 'open' });
  if (count > 0) throw new AppError('subsidies.claim.objection-open', { count });
}

/** Publicity has run out: the claim may be released. */
export async function concludeStep(action: ActionStep): Promise<ActionEffect> {
  await refuseOpenObjections(await claimOfStep(action));
  return {};
}

/** What was made public is not exceeded; what is less is corrected in the list. */
async function correctRow({ tx, ctx, claim }: StepClaim, line: LineRow, fen: number, reason: string): Promise<void> {
  const entries = await listEntriesOfClaim(tx, ctx.district, claim.id);
  const entry = entries.findLast((one) => one.lineId === line.id && one.standing !== 'withdrawn');
  if (entry === undefined) return;
  await changeEntry(tx, ctx, entry, {
    kind: fen === 0 ? 'withdrawal' : 'correction',
    reason,
    before: `${wanText(entry.amountFen)}万元`,
    after: fen === 0 ? '撤下' : `${wanText(fen)}万元`,
    amountFen: fen === 0 ? entry.amountFen : fen,
  });
}

async function releaseLine(step: StepClaim, line: LineRow, now: ComputedLine, documentNo: string): Promise<number> {
  const { tx, ctx, claim } = step;
  const approved = line.approvedFen ?? 0;
  if (line.payment !== 'committed') return 0;
  const fen = Math.min(approved, now.amountFen);
  const origin = originOf(claim, line);
  const reason = `下达时复算：${yuan(approved)} → ${yuan(fen)}`;
  if (fen < approved) await correctRow(step, line, fen, reason);
  if (fen === 0) {
    await cancelCommitment(tx, ctx, { origin, reason });
    await updateLine(tx, ctx.district, line.id, { approvedFen: 0, payment: 'cancelled' });
    return 0;
  }
  await createPayable(tx, ctx, {
    origin,
    partyId: claim.partyId,
    amountFen: fen,
    achievementKey: now.achievementKey,
    purpose: `${claim.policyTitle} ${line.itemName}`,
    documentNo,
  });
  await updateLine(tx, ctx.district, line.id, { approvedFen: fen, payment: 'payable' });
  return fen;
}

/** Releases the money with the facts of now: never more than was made public. */
export async function releaseStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  const { tx, ctx, claim, lines } = step;
  await refuseOpenObjections(step);
  const now = keepShare(step, await computeClaim(ctx, orderOf(claim, lines)));
  const { changes } = await keepComputation(step, now, {
    stage: 'release',
    confirmation: confirmationOf(action.fields),
  });
  const documentNo = String(action.fields.documentNo ?? '');
  const party = now.applicant?.id ?? claim.partyId;
  let total = 0;
  for (const line of now.lines) {
    const known = lines.find((one) => one.id === line.lineId);
    if (known !== undefined)
      total += await releaseLine({ ...step, claim: { ...claim, partyId: party } }, known, line, documentNo);
  }
  await updateClaimRow(tx, ctx.district, claim.id, { approvedFen: total, releaseNo: documentNo });
  return { record: { totalFen: total, changes } };
}
