import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { entitlementStateLabels } from '../domain/labels.ts';
import { FIND_TASK } from '../jobs/find-entitlements.ts';
import { findEntitlement, insertEvents, setEntitlement } from '../repositories/entitlement-repository.ts';
import { markClaimant } from '../steps/claim-of-step.ts';
import { ENTITLEMENT_DECLINE, ENTITLEMENT_REFRESH } from '../subsidies.catalogue.ts';

/** A party does not want what it is entitled to. @throws AppError 404 out of reach, 409 when it is not offered */
export async function declineEntitlement(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await findEntitlement(tx, ctx.district, id, scopeFor(ctx, ENTITLEMENT_DECLINE));
    if (row === undefined) throw new AppError('platform.not-found');
    if (row.state !== 'offered')
      throw new AppError('subsidies.entitlement.not-offered', {
        state: entitlementStateLabels[row.state]?.[ctx.language] ?? row.state,
      });
    await setEntitlement(tx, ctx.district, id, { state: 'declined', reason });
    await insertEvents(tx, ctx, [{ entitlementId: id, kind: 'declined', text: reason, amountFen: row.amountFen }]);
    await markClaimant(tx, ctx, row.partyKey);
    await writeAudit(tx, ctx, {
      action: ENTITLEMENT_DECLINE,
      subject: { kind: 'subsidies.entitlement', id, label: `${row.partyName} ${row.label}` },
      details: { reason },
    });
  });
}

/** Orders a look over the whole district. */
export async function refreshEntitlements(ctx: Ctx): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const jobId = await enqueueJob(tx, ctx, { task: FIND_TASK, payload: {}, queue: 'subsidies' });
    await writeAudit(tx, ctx, { action: ENTITLEMENT_REFRESH, details: { jobId } });
    return jobId;
  });
}
