import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import type { TaskKind } from '../domain/labels.ts';
import { TASK_PROCEDURE } from '../procedure/task-procedure.ts';
import { reachMeeting } from '../queries/reach-meeting.ts';
import { nameBody, requireBody } from '../repositories/body-repository.ts';
import { insertTask } from '../repositories/task-repository.ts';

export interface TaskInput {
  readonly kind: TaskKind;
  readonly title: string;
  readonly content: string;
  readonly leadBody: string;
  readonly memberBodies: readonly string[];
  readonly dueOn: string;
}

async function setTask(ctx: Ctx, input: TaskInput, meeting: { id: string; action: string } | null) {
  for (const code of [input.leadBody, ...input.memberBodies]) await requireBody(ctx, code);
  if (input.dueOn <= ctx.today) throw new AppError('coordination.task.due-past', { on: input.dueOn });
  const members = [...new Set(input.memberBodies)].filter((code) => code !== input.leadBody);
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: TASK_PROCEDURE,
      subject: { kind: TASK_PROCEDURE, id, label: `${input.title}（${nameBody(ctx, input.leadBody).shortName}牵头）` },
      organisations: [input.leadBody, ...members],
    });
    await insertTask(tx, ctx, {
      ...input,
      id,
      fileId: file.id,
      memberBodies: members,
      meetingId: meeting?.id ?? null,
    });
    await performAction(tx, ctx, file.id, 'assign');
    await writeAudit(tx, ctx, {
      action: meeting?.action ?? 'coordination.task.create',
      subject: { kind: TASK_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
      details: { lead: input.leadBody, members, dueOn: input.dueOn },
    });
    return { id, fileId: file.id };
  });
}

/**
 * Sets a joint task; its bodies are told at once.
 * @throws AppError coordination.body.unknown · coordination.task.due-past
 */
export function createJointTask(ctx: Ctx, input: TaskInput) {
  return setTask(ctx, input, null);
}

/** Enters a decision of a meeting: a joint task with the next number of that meeting. @throws AppError as {@link createJointTask}; 404 */
export async function addDecision(ctx: Ctx, meetingId: string, input: Omit<TaskInput, 'kind'>) {
  const meeting = await reachMeeting(ctx, meetingId);
  return setTask(ctx, { ...input, kind: 'decision' }, { id: meeting.id, action: 'coordination.meeting.add' });
}
