import { achievementOf } from '@jince/entitlements';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { closedReason } from '../domain/closed-reason.ts';
import { sentences } from '../domain/sentences.ts';
import { type Computation, computeClaim, orderOf } from '../queries/compute-claim.ts';
import { listMaterials } from '../queries/list-materials.ts';
import { insertCalculation } from '../repositories/calculation-repository.ts';
import { findLive, takeLive, updateClaimRow, updateLine } from '../repositories/claim-repository.ts';
import { claimEntitlements, insertEvents, listOffers } from '../repositories/entitlement-repository.ts';
import { claimOfStep, type StepClaim } from './claim-of-step.ts';
import { refuseStopped } from './judge-computation.ts';

/** @throws AppError subsidies.claim.duplicate naming the claim that has it */
async function takeKeys({ tx, ctx, claim }: StepClaim, now: Computation): Promise<void> {
  const { district } = ctx;
  const keyed = now.lines
    .map((line) => ({ line, key: achievementOf(line.achievementKey ?? line.lineId) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const { line, key } of keyed) {
    if (await takeLive(tx, district, key, { claimId: claim.id, id: line.lineId })) continue;
    const other = await findLive(tx, district, key);
    const state = ctx.services.procedures.get('subsidies.claim')?.states[other?.state ?? '']?.label[ctx.language];
    throw new AppError('subsidies.claim.duplicate', {
      label: line.label,
      number: other?.number ?? '',
      party: other?.partyName ?? '',
      since: other?.openedAt.slice(0, 10) ?? '',
      state: state ?? '',
    });
  }
}

/** @throws AppError when papers are missing, the policy is closed, somebody else has an achievement, or a line gives nothing */
async function fileClaim(step: StepClaim): Promise<Computation> {
  const { ctx, claim, lines } = step;
  if (lines.length === 0) throw new AppError('subsidies.claim.empty');
  const now = await computeClaim(ctx, orderOf(claim, lines));
  await refuseStopped(step, now);
  const closed = closedReason(now.version, ctx.today);
  if (closed !== null && claim.submittedAt === null)
    throw new AppError('subsidies.claim.policy-not-open', { policy: claim.policyTitle, reason: closed });
  await takeKeys(step, now);
  const empty = now.lines.find((line) => line.amountFen === 0);
  if (empty !== undefined)
    throw new AppError('subsidies.claim.line-refused', { line: empty.label, reasons: sentences(empty.refusals) });
  const missing = (await listMaterials(ctx, claim, lines, now.version))
    .filter((one) => one.standing === 'missing')
    .map((one) => one.label);
  if (missing.length > 0)
    throw new AppError('subsidies.claim.material-missing', { materials: [...new Set(missing)].join('、') });
  return now;
}

/** An application for what was offered takes the offer along, so that it is neither offered still nor ends as paid before. */
async function takeOffers({ tx, ctx, claim }: StepClaim, now: Computation): Promise<void> {
  const keys = new Set(now.lines.flatMap((line) => (line.achievementKey ? [achievementOf(line.achievementKey)] : [])));
  const offers = await listOffers(tx, ctx.district, claim.partyKey);
  const ids = offers.filter((one) => keys.has(achievementOf(one.achievementKey))).map((one) => one.id);
  const taken = await claimEntitlements(tx, ctx.district, ids, claim.id);
  await insertEvents(
    tx,
    ctx,
    taken.map((one) => ({
      entitlementId: one.id,
      kind: 'claimed' as const,
      text: `列入申请${claim.number}`,
      amountFen: one.amountFen,
    })),
  );
}

/** Submitting, and handing in again after a supplement: everything is checked and the amounts are computed and kept. */
export async function submitStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  const now = await fileClaim(step);
  const { tx, ctx, claim } = step;
  for (const line of now.lines)
    await updateLine(tx, ctx.district, line.lineId, {
      label: line.label,
      achievementKey: line.achievementKey,
      achievedOn: line.achievedOn,
      claimedFen: line.amountFen,
    });
  await takeOffers(step, now);
  await updateClaimRow(tx, ctx.district, claim.id, { claimedFen: now.totalFen, submittedAt: ctx.now });
  await insertCalculation(tx, ctx, claim.id, {
    stage: 'filing',
    factsAsOf: now.factsAsOf,
    versionId: now.version.id,
    policyVersion: now.version.version,
    totalFen: now.totalFen,
    changes: [],
    confirmation: null,
    lines: now.lines.map(({ item: _item, achievementKey: _key, achievedOn: _on, ...line }) => line),
  });
  return { record: { totalFen: now.totalFen } };
}
