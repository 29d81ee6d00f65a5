import { daysBetween } from '@jince/calendar';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { MATTER_ASSIGN } from '../complaints.catalogue.ts';
import { requireMatter } from '../queries/require-matter.ts';
import { listJoinedTo, type MatterRow, updateMatter } from '../repositories/matter-repository.ts';
import { joinWith } from './take-letter.ts';

function requireJoinable(matter: MatterRow, root: MatterRow): void {
  if (matter.id === root.id) throw new AppError('complaints.matter.join-self');
  if (matter.sort !== root.sort) throw new AppError('complaints.matter.join-sort');
  if (matter.sort === 'complaint' && (matter.personKey === null || matter.personKey !== root.personKey))
    throw new AppError('complaints.matter.join-other-person');
  const later =
    matter.receivedOn > root.receivedOn || (matter.receivedOn === root.receivedOn && matter.number > root.number);
  if (!later || root.closedAt !== null || root.joinedTo !== null)
    throw new AppError('complaints.matter.join-later', { number: root.number, receivedOn: root.receivedOn });
}

/**
 * Joins a matter with an earlier one by a person's judgement; what was joined with it follows to the new first.
 * @throws AppError 404; 409 complaints.matter.join-*
 */
export async function joinComplaintMatter(
  ctx: Ctx,
  id: string,
  input: { readonly to: string; readonly reason: string },
): Promise<void> {
  const matter = await requireMatter(ctx, id, MATTER_ASSIGN);
  const root = await requireMatter(ctx, input.to, MATTER_ASSIGN);
  requireJoinable(matter, root);
  await inTransaction(ctx, async (tx) => {
    const days = daysBetween(root.receivedOn, matter.receivedOn);
    await joinWith(tx, ctx, id, root, { by: 'person-decided', match: 'none', value: null, days, reason: input.reason });
    for (const one of await listJoinedTo(tx, ctx.district, id))
      await updateMatter(tx, ctx.district, one.id, { joinedTo: root.id });
    await writeAudit(tx, ctx, {
      action: 'complaints.matter.join',
      subject: { kind: matter.procedure, id, label: matter.number },
      details: { to: root.number, reason: input.reason },
    });
  });
}

/** Parts a matter from its first: it goes its own way again, its clock from the day it came in. @throws AppError 404, 409 */
export async function partComplaintMatter(ctx: Ctx, id: string, input: { readonly reason: string }): Promise<void> {
  const matter = await requireMatter(ctx, id, MATTER_ASSIGN);
  await inTransaction(ctx, async (tx) => {
    const inside = { ...ctx, actor: { ...systemActor, displayName: ctx.actor.displayName }, db: tx as Ctx['db'] };
    await performAction(tx, inside, id, 'part', { note: input.reason });
    await updateMatter(tx, ctx.district, id, {
      joinedTo: null,
      joinedReason: null,
      partedReason: input.reason,
      caseId: null,
      caseNumber: null,
    });
    await writeAudit(tx, ctx, {
      action: 'complaints.matter.part',
      subject: { kind: matter.procedure, id, label: matter.number },
      details: { reason: input.reason },
    });
  });
}
