import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { RECORD_RESOLVE } from '../inspections.catalogue.ts';
import { CHECK_PROCEDURE, type CheckState, checkStates } from '../procedure/check-states.ts';
import { findRecord, resolveRecord } from '../repositories/record-repository.ts';
import { findTask, lockTask, type TaskRow } from '../repositories/task-repository.ts';
import { letStand } from './record-inspection.ts';

/** Whether a held record can still become the one that counts: nothing has been decided on the check. */
export const isAdoptable = (task: Pick<TaskRow, 'state'>): boolean =>
  ['assigned', 'checked', 'correcting', 'rechecked'].includes(task.state);

const STATES = { adopt: 'standing', supplement: 'supplement', 'set-aside': 'set-aside' } as const;

/**
 * Decides on a record that came when the check had moved on: it becomes the one that counts, is kept beside it, or is set aside
 * with a reason. Whoever made it does not decide on it.
 * @throws AppError 404, inspections.record.not-held, .own, .not-adoptable
 */
export async function resolveInspectionRecord(
  ctx: Ctx,
  id: string,
  input: { readonly decision: 'adopt' | 'supplement' | 'set-aside'; readonly reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const first = await findRecord(tx, ctx.district, id);
    if (first === undefined) throw new AppError('platform.not-found');
    await lockTask(tx, ctx.district, first.task_id);
    const task = await findTask(tx, ctx, first.task_id, scopeFor(ctx, RECORD_RESOLVE));
    const record = await findRecord(tx, ctx.district, id);
    if (task === undefined || record === undefined) throw new AppError('platform.not-found');
    if (record.state !== 'held') throw new AppError('inspections.record.not-held');
    if (record.by_id !== null && record.by_id === ctx.actor.userId) throw new AppError('inspections.record.own');
    const adopt = input.decision === 'adopt';
    if (adopt && !isAdoptable(task))
      throw new AppError('inspections.record.not-adoptable', {
        state: checkStates[task.state as CheckState].label[ctx.language],
      });
    if (adopt)
      await sql`update inspections.record set state = 'superseded', resolved_by = ${ctx.actor.displayName}, resolved_at = ${ctx.now},
          resolve_reason = ${input.reason}
        where district = ${ctx.district} and task_id = ${task.id} and round = ${task.round} and state = 'standing'`.execute(
        tx,
      );
    await resolveRecord(tx, ctx, id, {
      state: STATES[input.decision],
      reason: input.reason,
      ...(adopt ? { round: task.round } : {}),
    });
    if (adopt)
      await letStand(tx, ctx, task, {
        id,
        checkedOn: record.checked_on,
        outcome: record.outcome,
        answers: record.answers,
      });
    await writeAudit(tx, ctx, {
      action: RECORD_RESOLVE,
      subject: { kind: CHECK_PROCEDURE, id: task.id, label: `${task.number} ${task.name}` },
      details: { record: id, decision: input.decision, reason: input.reason },
    });
  });
}
