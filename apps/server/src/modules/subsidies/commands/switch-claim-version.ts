import type { ParsedInput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getPolicyVersion } from '../../policies/index.ts';
import { CLAIM } from '../claim-procedure.ts';
import { claimStateLabel, UNDECIDED } from '../claim-states.ts';
import { compareLines } from '../domain/compare-lines.ts';
import { requireOtherVersion } from '../domain/require-other-version.ts';
import { type Computation, computeClaim, orderOf } from '../queries/compute-claim.ts';
import { openClaim } from '../queries/open-claim.ts';
import { insertCalculation, listCalculations } from '../repositories/calculation-repository.ts';
import { listLines, updateClaimRow, updateLine } from '../repositories/claim-repository.ts';
import { lockClaim } from '../repositories/lock-claim.ts';
import { CLAIM_SWITCH } from '../subsidies.catalogue.ts';

type Order = ParsedInput<(typeof routes)['switchClaimVersion']>['body'];

/** The items of the new version as its lines are called there; an item it has no more stops the switch. */
async function renameLines(tx: Parameters<typeof updateLine>[0], ctx: Ctx, now: Computation): Promise<void> {
  for (const line of now.lines) {
    const item = now.version.policy.items.find((one) => one.code === line.item);
    if (item === undefined) throw new AppError('subsidies.claim.unknown-item', { item: line.item });
    await updateLine(tx, ctx.district, line.lineId, {
      itemName: item.name,
      clause: item.clause,
      achievementKey: line.achievementKey,
      claimedFen: line.amountFen,
    });
  }
}

/**
 * Puts a claim that is not decided under another published version of its policy; without this it keeps its own. What
 * differs is kept with the reason.
 * @throws AppError 404, 409 subsidies.claim.decided, .same-version, .changed-meanwhile
 */
export async function switchClaimVersion(ctx: Ctx, id: string, order: Order): Promise<void> {
  await openClaim(ctx, id, CLAIM_SWITCH);
  await inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx };
    const locked = await lockClaim(tx, ctx.district, id);
    if (locked.version !== order.version) throw new AppError('subsidies.claim.changed-meanwhile');
    if (!UNDECIDED.includes(locked.state))
      throw new AppError('subsidies.claim.decided', { state: claimStateLabel(locked.state)[ctx.language] });
    const claim = await openClaim(inside, id, CLAIM_SWITCH);
    const version = await getPolicyVersion(inside, order.versionId);
    requireOtherVersion(claim, version);
    const lines = await listLines(tx, ctx.district, [id]);
    const now = await computeClaim(inside, orderOf(claim, lines, version.id));
    const before = (await listCalculations(tx, ctx.district, id)).at(-1);
    await renameLines(tx, ctx, now);
    await updateClaimRow(tx, ctx.district, id, {
      versionId: version.id,
      policyVersion: version.version,
      policyTitle: version.policy.title,
      fund: version.policy.fund,
      fundYear: version.policy.year,
      example: version.policy.example,
      claimedFen: claim.claimedFen === null ? null : now.totalFen,
    });
    const changes = [
      `政策由第${claim.policyVersion}版改为第${version.version}版`,
      ...compareLines(before?.lines ?? [], now.lines),
    ];
    await insertCalculation(tx, ctx, id, {
      stage: 'switch',
      factsAsOf: now.factsAsOf,
      versionId: version.id,
      policyVersion: version.version,
      totalFen: now.totalFen,
      changes,
      confirmation: order.reason,
      lines: now.lines.map(({ item: _item, achievementKey: _key, achievedOn: _on, ...line }) => line),
    });
    await writeAudit(tx, ctx, {
      action: CLAIM_SWITCH,
      subject: { kind: CLAIM, id, label: `${claim.number} ${claim.partyName}` },
      details: { from: claim.policyVersion, to: version.version, reason: order.reason, changes },
    });
  });
}
