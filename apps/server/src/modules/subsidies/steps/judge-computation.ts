import { AppError } from '../../../platform/errors/errors.ts';
import { compareLines } from '../domain/compare-lines.ts';
import { sentences } from '../domain/sentences.ts';
import type { Computation } from '../queries/compute-claim.ts';
import { findBan } from '../repositories/ban-repository.ts';
import { insertCalculation, listCalculations } from '../repositories/calculation-repository.ts';
import type { StepClaim } from './claim-of-step.ts';

/** @throws AppError when something stops the claim whatever it would give: a ban says until when, the rest why */
export async function refuseStopped({ ctx, claim }: Pick<StepClaim, 'ctx' | 'claim'>, now: Computation): Promise<void> {
  if (now.stops.length === 0) return;
  const ban = await findBan(ctx.db, ctx.district, claim.partyKey, ctx.today);
  if (ban !== undefined && now.stops.length === 1)
    throw new AppError('subsidies.claim.banned', {
      party: claim.partyName,
      decision: ban.decisionNo,
      until: ban.until,
    });
  throw new AppError('subsidies.claim.stopped', { reasons: sentences(now.stops) });
}

/**
 * Keeps a computation beside those before it. One that differs from the last needs a reason.
 * @throws AppError subsidies.claim.stopped, .banned, .nothing-left, .changed
 */
export async function keepComputation(
  step: StepClaim,
  now: Computation,
  order: { readonly stage: 'decision' | 'release'; readonly confirmation: string | null },
): Promise<{ readonly changes: readonly string[] }> {
  const { tx, ctx, claim } = step;
  await refuseStopped(step, now);
  if (now.totalFen === 0)
    throw new AppError('subsidies.claim.nothing-left', {
      reasons: sentences(now.lines.flatMap((line) => line.refusals)),
    });
  const before = (await listCalculations(tx, ctx.district, claim.id)).at(-1);
  const changes = compareLines(before?.lines ?? [], now.lines);
  if (changes.length > 0 && order.confirmation === null)
    throw new AppError('subsidies.claim.changed', { changes: changes.join('；') });
  await insertCalculation(tx, ctx, claim.id, {
    stage: order.stage,
    factsAsOf: now.factsAsOf,
    versionId: now.version.id,
    policyVersion: now.version.version,
    totalFen: now.totalFen,
    changes,
    confirmation: changes.length > 0 ? order.confirmation : null,
    lines: now.lines.map(({ item: _item, achievementKey: _key, achievedOn: _on, ...line }) => line),
  });
  return { changes };
}
