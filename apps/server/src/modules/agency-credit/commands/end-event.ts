import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EVENT_ENTER } from '../agency-credit.catalogue.ts';
import { originLabels } from '../domain/words.ts';
import { reachAgency } from '../queries/subjects.ts';
import { type EventRow, findEvent, revokeEvent, withdrawEvents } from '../repositories/event-repository.ts';
import { refreshStandings } from './refresh-standings.ts';

async function standingEvent(tx: Tx, ctx: Ctx, id: string): Promise<EventRow> {
  const row = await findEvent(tx, ctx.district, id, true);
  if (row === undefined) throw new AppError('platform.not-found');
  await reachAgency({ ...ctx, db: tx }, row.agency_id, EVENT_ENTER);
  if (row.withdrawn_at !== null) throw new AppError('agency-credit.event.withdrawn');
  return row;
}

/**
 * A court or the authority set the ground aside: from `on` the event counts no more; scores of the days before stay as they were.
 * @throws AppError agency-credit.event.revoked-before for a day outside [its own, today]
 */
export async function revokeCreditEvent(
  ctx: Ctx,
  id: string,
  { on, basis }: { readonly on: string; readonly basis: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await standingEvent(tx, ctx, id);
    if (row.revoked_on !== null) throw new AppError('agency-credit.event.revoked', { on: row.revoked_on });
    if (on < row.happened_on || on > ctx.today)
      throw new AppError('agency-credit.event.revoked-before', { on, happenedOn: row.happened_on, today: ctx.today });
    await revokeEvent(tx, ctx.district, id, { on, basis });
    await refreshStandings(tx, ctx, [row.subject_id]);
    await writeAudit(tx, ctx, {
      action: 'agency-credit.event.revoke',
      subject: { kind: 'credit-event', id, label: row.subject_label },
      details: { on, basis },
    });
  });
}

/** Takes back what an officer entered by mistake: it counts on no day and stays visible with the reason. */
export async function withdrawCreditEvent(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await standingEvent(tx, ctx, id);
    if (row.origin !== 'officer')
      throw new AppError('agency-credit.event.not-officer', { origin: originLabels[row.origin][ctx.language] });
    await withdrawEvents(tx, ctx.district, [id], { at: ctx.now, reason });
    await refreshStandings(tx, ctx, [row.subject_id]);
    await writeAudit(tx, ctx, {
      action: 'agency-credit.event.withdraw',
      subject: { kind: 'credit-event', id, label: row.subject_label },
      details: { reason },
    });
  });
}
