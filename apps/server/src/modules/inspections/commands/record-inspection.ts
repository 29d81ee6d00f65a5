import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { handlersNow, noticeTo, performAction } from '../../../platform/procedures/index.ts';
import { checklistFor } from '../domain/checklists.ts';
import { findConflict } from '../domain/find-conflict.ts';
import { checkRecord, concernsOf, type RecordInput } from '../domain/judge-record.ts';
import { TASK_WORK } from '../inspections.catalogue.ts';
import { CHECK_PROCEDURE, type CheckState, checkStates } from '../procedure/check-states.ts';
import { findInspectors } from '../queries/inspectors.ts';
import { findRecord, insertRecord, type RecordConflict, type RecordState } from '../repositories/record-repository.ts';
import { failedOf, findTask, lockTask, setTaskResult, type TaskRow } from '../repositories/task-repository.ts';
import { noteInspected } from './note-change.ts';

/** What the file says of its last action, for the words of a conflict. */
async function lastAction(tx: Tx, ctx: Ctx, fileId: string): Promise<{ at: string; by: string }> {
  const { rows } = await sql<{ at: string; by: string }>`select l.at, l.actor_name as by from procedures.action_log l
    where l.district = ${ctx.district} and l.file_id = ${fileId} order by l.seq desc limit 1`.execute(tx);
  const last = rows[0];
  return { at: last === undefined ? '' : chinaMinute(last.at), by: last?.by ?? '' };
}

/** Time of China, as a person reads it. */
const chinaMinute = (at: string) => new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

async function conflictOf(tx: Tx, ctx: Ctx, task: TaskRow, round: number): Promise<RecordConflict | undefined> {
  const last = await lastAction(tx, ctx, task.file_id);
  const state = task.state as CheckState;
  return findConflict(
    {
      state,
      stateLabel: checkStates[state].label.zh,
      round: task.round,
      since: last.at,
      by: last.by,
      handlers: await handlersNow(tx, ctx.district, task.file_id),
      actorId: ctx.actor.userId,
    },
    round,
    ctx.now.toISOString(),
  );
}

/** A record that counts: what it says becomes the task's, and the file moves on. */
export async function letStand(
  tx: Tx,
  ctx: Ctx,
  task: TaskRow,
  record: { readonly id: string } & Pick<RecordInput, 'checkedOn' | 'outcome' | 'answers'>,
): Promise<void> {
  const { checkedOn, outcome, answers } = record;
  await setTaskResult(tx, ctx, task.id, { checkedOn, outcome, failed: failedOf(answers) });
  const action = task.state === 'assigned' ? 'record' : task.state === 'correcting' ? 'record-again' : undefined;
  if (action !== undefined)
    await performAction(tx, { ...ctx, db: tx }, task.file_id, action, { fields: { recordId: record.id } });
  await noteInspected(tx, ctx, task);
}

/** Tells the handlers that a record waits for a decision. */
async function tellHeld(tx: Tx, ctx: Ctx, task: TaskRow, conflict: RecordConflict): Promise<void> {
  for (const { userId } of await handlersNow(tx, ctx.district, task.file_id))
    if (userId !== ctx.actor.userId)
      await noticeTo(tx, ctx, {
        fileId: task.file_id,
        userId,
        text: `${task.name}：收到一条迟到的现场记录，待处理（${conflict.text}）`,
        seq: task.version,
      });
}

/**
 * Takes what was found on the spot. The id is made by the device: the same draft sent twice is one record. Nothing that was found
 * is lost: a record that comes when the check has moved on is held, with the reason, until a person decides.
 * @throws AppError 404 outside the actor's reach; inspections.record.* for what is wrong in itself
 */
export async function recordInspection(
  ctx: Ctx,
  taskId: string,
  input: RecordInput,
): Promise<{ state: RecordState; reason: string | null }> {
  if (input.checkedOn > ctx.today) throw new AppError('inspections.day.in-future', { on: input.checkedOn });
  const scope = scopeFor(ctx, TASK_WORK);
  const inspectors = await findInspectors(ctx, {});
  return inTransaction(ctx, async (tx) => {
    await lockTask(tx, ctx.district, taskId);
    const task = await findTask(tx, ctx, taskId, scope);
    if (task === undefined) throw new AppError('platform.not-found');
    const there = await findRecord(tx, ctx.district, input.id);
    if (there !== undefined) {
      if (there.task_id !== taskId || there.by_id !== ctx.actor.userId)
        throw new AppError('inspections.record.id-taken');
      return { state: there.state, reason: there.conflict?.text ?? null };
    }
    const list = checklistFor(ctx, task.checklist, input.checkedOn);
    checkRecord(list, input);
    const conflict = await conflictOf(tx, ctx, task, input.round);
    const state: RecordState = conflict === undefined ? 'standing' : 'held';
    const { position } = input;
    await insertRecord(tx, ctx, {
      id: input.id,
      task_id: taskId,
      round: input.round,
      checked_on: input.checkedOn,
      checklist: task.checklist,
      checklist_from: list.from,
      answers: [...input.answers],
      outcome: input.outcome,
      correct_by: input.outcome === 'correct' ? input.correctBy : null,
      officers: [...input.officers],
      person: input.person,
      person_title: input.personTitle,
      statement: input.statement,
      signature: input.signature,
      note: input.note,
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
      accuracy_m: position?.accuracyM ?? null,
      state,
      conflict: conflict ?? null,
      concerns: concernsOf(input, task, inspectors),
      finished_at: input.finishedAt,
    });
    if (conflict === undefined) await letStand(tx, ctx, task, input);
    else await tellHeld(tx, ctx, task, conflict);
    await writeAudit(tx, ctx, {
      action: 'inspections.task.record',
      subject: { kind: CHECK_PROCEDURE, id: taskId, label: `${task.number} ${task.name}` },
      details: {
        record: input.id,
        round: input.round,
        outcome: input.outcome,
        state,
        conflict: conflict?.kind ?? null,
      },
    });
    return { state, reason: conflict?.text ?? null };
  });
}
