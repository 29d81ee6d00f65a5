import { daysBetween } from '@jince/calendar';
import { AppError } from '../../../platform/errors/errors.ts';
import type {
  ActionEffect,
  ActionStep,
  ProcedureAction,
  ProcedureDefinition,
} from '../../../platform/procedures/index.ts';
import { TASK_READ, TASK_REPORT, TASK_SET } from '../coordination.catalogue.ts';
import { findTask, type TaskRow, updateTask } from '../repositories/task-repository.ts';
import { actionFields as fields, fieldsOf } from './action-fields.ts';
import { taskStates } from './states.ts';

export const TASK_PROCEDURE = 'coordination.task';

const both = (zh: string, en: string) => ({ zh, en });

async function taskOf({ tx, ctx, file }: ActionStep): Promise<TaskRow> {
  const task = await findTask(tx, ctx, file.subjectId);
  if (task === undefined) throw new AppError('platform.not-found');
  return task;
}

async function report(step: ActionStep): Promise<undefined> {
  const task = await taskOf(step);
  const { report: text } = fieldsOf('report', step.fields);
  await updateTask(step.tx, step.ctx, task.id, { report: text, reported_on: step.ctx.today });
  return undefined;
}

async function confirm(step: ActionStep): Promise<undefined> {
  const task = await taskOf(step);
  await updateTask(step.tx, step.ctx, task.id, { done_on: step.ctx.today });
  return undefined;
}

async function postpone(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const task = await taskOf(step);
  const { dueOn } = fieldsOf('postpone', step.fields);
  if (dueOn <= ctx.today) throw new AppError('coordination.task.due-past', { on: dueOn });
  await updateTask(tx, ctx, task.id, { due_on: dueOn });
  return { clocks: [{ clock: 'due', event: { type: 'start', on: ctx.today } }], record: { before: task.due_on } };
}

const set = { permission: TASK_SET };
const LEAD = 0;

const actions: readonly ProcedureAction[] = [
  {
    action: 'assign',
    label: both('布置', 'Assign'),
    from: ['draft'],
    to: 'open',
    ...set,
    starts: ['due'],
    notify: ['organisations'],
  },
  {
    action: 'report',
    label: both('报告完成', 'Report'),
    from: ['open'],
    to: 'reported',
    permission: TASK_REPORT,
    bodyAt: LEAD,
    fields: fields.report,
    notify: [{ permission: TASK_SET }, 'organisations'],
  },
  {
    action: 'confirm',
    label: both('验收完成', 'Confirm'),
    from: ['reported'],
    to: 'done',
    ...set,
    stops: ['due'],
    notify: ['organisations'],
  },
  {
    action: 'send-back',
    label: both('退回继续办理', 'Send back'),
    from: ['reported'],
    to: 'open',
    ...set,
    fields: fields.reason,
    notify: ['organisations'],
  },
  {
    action: 'postpone',
    label: both('调整期限', 'Move the last day'),
    from: ['open'],
    to: 'open',
    ...set,
    aside: true,
    fields: fields.postpone,
    notify: ['organisations'],
  },
  {
    action: 'cancel',
    label: both('取消任务', 'Cancel'),
    from: ['open', 'reported'],
    to: 'cancelled',
    ...set,
    aside: true,
    fields: fields.reason,
    stops: ['due'],
    notify: ['organisations'],
  },
];

/** What bodies do together until a day, decisions of meetings among it. */
export const taskProcedure: ProcedureDefinition = {
  procedure: TASK_PROCEDURE,
  label: both('联合任务', 'Joint task'),
  prefix: 'LH',
  initial: 'draft',
  states: taskStates,
  clocks: [
    {
      clock: 'due',
      label: both('完成期限', 'Last day'),
      term: async (ctx, file, on) => {
        const task = await findTask(ctx.db, ctx, file.subjectId);
        const count = task === undefined ? 0 : Math.max(0, daysBetween(on, task.due_on));
        return { count, unit: 'day', article: null };
      },
    },
  ],
  documents: [
    { kind: 'plan', label: both('方案', 'Plan') },
    { kind: 'report', label: both('报告', 'Report') },
    { kind: 'other', label: both('其他材料', 'Other') },
  ],
  readPermission: TASK_READ,
  href: (file) => `/coordination/joint-tasks/${file.subjectId}`,
  actions,
  steps: { report, confirm, postpone },
};
