import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { TASK_READ } from '../coordination.catalogue.ts';
import type { TaskKind } from '../domain/labels.ts';

export interface TaskRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly closed: boolean;
  readonly organisations: readonly string[];
  readonly kind: TaskKind;
  readonly title: string;
  readonly content: string;
  readonly lead_body: string;
  readonly member_bodies: readonly string[];
  readonly due_on: string;
  /** Last day by the clock, which goes on to the next working day; the day that was set where none runs. */
  readonly ends_on: string;
  readonly meeting_id: string | null;
  readonly meeting_title: string | null;
  readonly decision_no: number | null;
  readonly reported_on: string | null;
  readonly report: string | null;
  readonly done_on: string | null;
  readonly created_on: string;
  readonly created_by_name: string;
  readonly last_text: string | null;
  readonly last_body: string | null;
  readonly last_at: string | null;
}

const columns = sql`t.id, t.file_id, f.number, f.state, f.closed_at is not null as closed, f.organisations, t.kind, t.title, t.content, t.lead_body,
  t.member_bodies, t.due_on, coalesce(k.due_on, t.due_on) as ends_on, t.meeting_id, m.title as meeting_title, t.decision_no, t.reported_on, t.report, t.done_on, t.created_on, t.created_by_name,
  p.text as last_text, p.body as last_body, p.at as last_at`;
const source = sql`coordination.task t join procedures.file f on f.district = t.district and f.id = t.file_id
  left join coordination.meeting m on m.district = t.district and m.id = t.meeting_id
  left join lateral (select g.text, g.body, g.at from coordination.progress g where g.district = t.district and g.file_id = t.file_id
    order by g.at desc limit 1) p on true
  left join procedures.clock k on k.district = t.district and k.file_id = t.file_id and k.clock = 'due' and k.stopped_on is null`;

/** Tasks the actor's bodies lead or take part in. Alias of the file: `f`. */
export function tasksWithin(ctx: Ctx, permission = TASK_READ): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(f.organisations && ${scope.organisations}::text[])`;
}

export async function selectTasks(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly TaskRow[]; readonly total: number }> {
  const { rows } = await sql<TaskRow>`select ${columns} from ${source} where t.district = ${ctx.district} and ${test}
    order by (f.closed_at is null) desc, t.due_on, t.id limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where t.district = ${ctx.district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findTask(db: Db, ctx: Ctx, id: string): Promise<TaskRow | undefined> {
  return (await selectTasks(db, ctx, sql`t.id = ${id}`)).rows[0];
}

export interface NewTask {
  readonly id: string;
  readonly fileId: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly content: string;
  readonly leadBody: string;
  readonly memberBodies: readonly string[];
  readonly dueOn: string;
  readonly meetingId: string | null;
}

/** A decision gets the next number of its meeting. */
export async function insertTask(tx: Tx, ctx: Ctx, task: NewTask): Promise<void> {
  await sql`insert into coordination.task (district, id, file_id, kind, title, content, lead_body, member_bodies, due_on, meeting_id, decision_no,
      created_on, created_by_name)
    values (${ctx.district}, ${task.id}, ${task.fileId}, ${task.kind}, ${task.title}, ${task.content}, ${task.leadBody},
      ${[...task.memberBodies]}::text[], ${task.dueOn}, ${task.meetingId},
      case when ${task.meetingId}::uuid is null then null else (select coalesce(max(o.decision_no), 0) + 1 from coordination.task o
        where o.district = ${ctx.district} and o.meeting_id = ${task.meetingId}::uuid) end,
      ${ctx.today}, ${ctx.actor.displayName})`.execute(tx);
}

export type TaskChange = Partial<Pick<TaskRow, 'due_on' | 'reported_on' | 'report' | 'done_on'>>;

export async function updateTask(tx: Tx, ctx: Ctx, id: string, change: TaskChange): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update coordination.task set ${sql.join(sets)} where district = ${ctx.district} and id = ${id}`.execute(tx);
}
