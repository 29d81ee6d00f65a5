import type { JointTaskRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { TASK_REPORT } from '../coordination.catalogue.ts';
import { taskKindLabels } from '../domain/labels.ts';
import { taskStates } from '../procedure/states.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { listProgress } from '../repositories/progress-repository.ts';
import { selectTasks, type TaskRow, tasksWithin } from '../repositories/task-repository.ts';
import { reachTask } from './reach-task.ts';

type Route = (typeof routes)['listJointTasks'];

export function toTaskRow(ctx: Ctx, task: TaskRow): JointTaskRow {
  const state = taskStates[task.state as keyof typeof taskStates];
  return {
    id: task.id,
    fileId: task.file_id,
    number: task.number,
    kind: task.kind,
    kindLabel: taskKindLabels[task.kind][ctx.language],
    title: task.title,
    lead: nameBody(ctx, task.lead_body),
    members: task.member_bodies.map((code) => nameBody(ctx, code)),
    dueOn: task.ends_on,
    late: !task.closed && task.ends_on < ctx.today,
    state: task.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    meeting:
      task.meeting_id === null || task.meeting_title === null || task.decision_no === null
        ? null
        : { id: task.meeting_id, title: task.meeting_title, decisionNo: task.decision_no },
    lastProgress:
      task.last_text === null || task.last_at === null
        ? null
        : { text: task.last_text, body: nameBody(ctx, task.last_body ?? '').shortName, at: task.last_at },
  };
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

function testsOf(ctx: Ctx, query: ParsedInput<Route>['query']): RawBuilder<unknown> {
  const word = query.q?.trim() ?? '';
  const late = sql`(f.closed_at is null and coalesce(k.due_on, t.due_on) < ${ctx.today}::date)`;
  const tests = [
    tasksWithin(ctx),
    among(sql`t.kind`, query.kind),
    among(sql`f.state`, query.state),
    query.open === undefined ? sql`true` : query.open ? sql`f.closed_at is null` : sql`f.closed_at is not null`,
    query.late === undefined ? sql`true` : query.late ? late : sql`not ${late}`,
    query.meeting === undefined ? sql`true` : sql`t.meeting_id = ${query.meeting}`,
    query.body === undefined || query.body.length === 0
      ? sql`true`
      : sql`f.organisations && ${[...query.body]}::text[]`,
    word === '' ? sql`true` : sql`(t.title ilike ${containsPattern(word)} or f.number ilike ${containsPattern(word)})`,
  ];
  return sql.join(tests, sql` and `);
}

/** Joint tasks of the actor's bodies: open ones first, the nearest last day first among them. */
export async function listJointTasks(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const found = await selectTasks(ctx.db, ctx, testsOf(ctx, query), { size: pageSize, skip: (page - 1) * pageSize });
  return { items: found.rows.map((row) => toTaskRow(ctx, row)), total: found.total, page, pageSize };
}

/** One joint task with all that was said of it. @throws AppError 404 outside the actor's reach */
export async function getJointTask(ctx: Ctx, id: string): Promise<RouteOutput<(typeof routes)['getJointTask']>> {
  const task = await reachTask(ctx, id);
  const said = await listProgress(ctx.db, ctx, task.file_id);
  return {
    ...toTaskRow(ctx, task),
    content: task.content,
    report: task.report,
    reportedOn: task.reported_on,
    doneOn: task.done_on,
    createdOn: task.created_on,
    createdBy: task.created_by_name,
    progress: said.map((one) => ({ ...one, body: nameBody(ctx, one.body).shortName })),
    maySay: !task.closed && may(ctx, TASK_REPORT),
  };
}
