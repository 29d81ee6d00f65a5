import type { InspectorView, RecordAnswer } from '@jince/contract';
import type { InspectedKind } from '@jince/wujiang';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { asJson, type PageRequest, reached, selectPageOf } from './sql.ts';

export type Outcome = 'fit' | 'correct' | 'case' | 'hand-over';
export type Origin = 'draw' | 'campaign' | 'lead';

export interface TaskRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly campaign_id: string | null;
  readonly campaign_title: string | null;
  readonly draw_id: string | null;
  readonly origin: Origin;
  readonly object_kind: InspectedKind;
  readonly object_id: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly party_id: string | null;
  readonly agency_id: string | null;
  readonly town_code: string | null;
  readonly address: string | null;
  readonly organisation_code: string;
  readonly checklist: string;
  readonly due_on: string;
  readonly officers: InspectorView[];
  readonly round: number;
  readonly checked_on: string | null;
  readonly outcome: Outcome | null;
  readonly failed: number | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly case_outcome: 'filed' | 'not-filed' | 'decided' | 'closed' | null;
  readonly case_told_on: string | null;
  readonly case_reason: string | null;
  readonly correct_by: string | null;
  readonly held: number;
  readonly mine: boolean;
}

const columns = (
  userId: string | null,
) => sql`m.id, m.file_id, f.number, f.state, f.version, m.campaign_id, c.title as campaign_title, m.draw_id,
  m.origin, m.object_kind, m.object_id, m.name, m.uscc, m.party_id, m.agency_id, m.town_code, m.address, m.organisation_code, m.checklist, m.due_on,
  m.officers, m.round, m.checked_on, m.outcome, m.failed, m.case_id, m.case_number, m.case_outcome, m.case_told_on, m.case_reason,
  k.due_on as correct_by,
  (select count(*) from inspections.record r where r.district = m.district and r.task_id = m.id and r.state = 'held')::int as held,
  ${mineSql(userId)} as mine`;
const source = sql`inspections.task m join procedures.file f on f.district = m.district and f.id = m.file_id
  left join inspections.campaign c on c.district = m.district and c.id = m.campaign_id
  left join lateral (select k.due_on from procedures.clock k where k.district = f.district and k.file_id = f.id and k.clock = 'correction'
    and k.stopped_on is null order by k.round desc limit 1) k on true`;

const mineSql = (userId: string | null) =>
  userId === null
    ? sql<boolean>`false`
    : sql<boolean>`exists (select 1 from procedures.handler h where h.district = f.district and h.file_id = f.id and h.user_id = ${userId} and h.until is null)`;

export interface TaskFilter {
  readonly q?: string | undefined;
  readonly state?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly outcome?: readonly string[] | undefined;
  readonly campaign?: string | undefined;
  readonly party?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly held?: boolean | undefined;
}

export function taskTests(ctx: Ctx, scope: Scope, filter: TaskFilter): RawBuilder<unknown>[] {
  const tests: RawBuilder<unknown>[] = [sql`m.district = ${ctx.district}`, reached(scope)];
  const yes = (flag: boolean | undefined, test: RawBuilder<unknown>) => {
    if (flag !== undefined) tests.push(flag ? test : sql`not (${test})`);
  };
  const q = filter.q?.trim();
  if (q) {
    const pattern = containsPattern(q);
    tests.push(
      sql`(m.name ilike ${pattern} or f.number ilike ${pattern} or m.uscc ilike ${pattern} or m.address ilike ${pattern})`,
    );
  }
  if (filter.state?.length) tests.push(sql`f.state = any(${[...filter.state]}::text[])`);
  if (filter.town?.length) tests.push(sql`coalesce(m.town_code, 'none') = any(${[...filter.town]}::text[])`);
  if (filter.kind?.length) tests.push(sql`m.object_kind = any(${[...filter.kind]}::text[])`);
  if (filter.outcome?.length) tests.push(sql`m.outcome = any(${[...filter.outcome]}::text[])`);
  if (filter.campaign !== undefined) tests.push(sql`m.campaign_id = ${filter.campaign}`);
  if (filter.party !== undefined) tests.push(sql`m.party_id = ${filter.party}`);
  yes(filter.mine, mineSql(ctx.actor.userId));
  yes(
    filter.overdue,
    sql`coalesce((f.state = 'assigned' and m.due_on < ${ctx.today}::date) or (f.state = 'correcting' and k.due_on < ${ctx.today}::date), false)`,
  );
  yes(
    filter.held,
    sql`exists (select 1 from inspections.record r where r.district = m.district and r.task_id = m.id and r.state = 'held')`,
  );
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`f.number`,
  name: sql`m.name`,
  state: sql`f.state`,
  town: sql`m.town_code`,
  dueOn: sql`m.due_on`,
  checkedOn: sql`m.checked_on`,
};

export const selectTasks = (ctx: Ctx, tests: readonly RawBuilder<unknown>[], page: PageRequest) =>
  selectPageOf<TaskRow>(ctx.db, {
    columns: columns(ctx.actor.userId),
    source,
    tests,
    orders: ORDERS,
    first: sql`f.closed_at is not null, coalesce(k.due_on, m.due_on), f.number`,
    page,
  });

export async function findTask(
  db: Db,
  ctx: Ctx,
  id: string,
  scope: Scope = { kind: 'district' },
): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`select ${columns(ctx.actor.userId)} from ${source}
    where m.district = ${ctx.district} and m.id = ${id} and ${reached(scope)}`.execute(db);
  return rows[0];
}

/** Holds a task until the transaction ends. */
export async function lockTask(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from inspections.task where district = ${district} and id = ${id} for update`.execute(tx);
}

export interface NewTask {
  readonly id: string;
  readonly fileId: string;
  readonly campaignId: string | null;
  readonly drawId: string | null;
  readonly origin: Origin;
  readonly object: {
    readonly kind: InspectedKind;
    readonly id: string;
    readonly name: string;
    readonly uscc: string | null;
    readonly partyId: string | null;
    readonly agencyId: string | null;
    readonly townCode: string | null;
    readonly address: string | null;
  };
  readonly organisation: string;
  readonly checklist: string;
  readonly dueOn: string;
  readonly officers: readonly InspectorView[];
}

export async function insertTask(tx: Tx, ctx: Ctx, task: NewTask): Promise<void> {
  const { object } = task;
  await sql`insert into inspections.task (district, id, file_id, campaign_id, draw_id, origin, object_kind, object_id, name, uscc, party_id, agency_id,
      town_code, address, organisation_code, checklist, due_on, officers, created_by, created_at)
    values (${ctx.district}, ${task.id}, ${task.fileId}, ${task.campaignId}, ${task.drawId}, ${task.origin}, ${object.kind}, ${object.id}, ${object.name},
      ${object.uscc}, ${object.partyId}, ${object.agencyId}, ${object.townCode}, ${object.address}, ${task.organisation}, ${task.checklist}, ${task.dueOn},
      ${asJson(task.officers)}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function setTaskOfficers(tx: Tx, ctx: Ctx, id: string, officers: readonly InspectorView[]): Promise<void> {
  await sql`update inspections.task set officers = ${asJson(officers)} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

/** What the record that stands says of the task. */
export async function setTaskResult(
  tx: Tx,
  ctx: Ctx,
  id: string,
  result: { readonly checkedOn: string; readonly outcome: Outcome; readonly failed: number },
): Promise<void> {
  await sql`update inspections.task set checked_on = ${result.checkedOn}, outcome = ${result.outcome}, failed = ${result.failed}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function setTaskRound(tx: Tx, ctx: Ctx, id: string, round: number): Promise<void> {
  await sql`update inspections.task set round = ${round} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function setTaskCase(
  tx: Tx,
  ctx: Ctx,
  id: string,
  found: { readonly caseId: string; readonly number: string },
) {
  await sql`update inspections.task set case_id = ${found.caseId}, case_number = ${found.number}, outcome = 'case'
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function setTaskOutcome(tx: Tx, ctx: Ctx, id: string, outcome: Outcome): Promise<void> {
  await sql`update inspections.task set outcome = ${outcome} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

export interface CorrectionItem {
  readonly code: string;
  readonly label: string;
  readonly article: string;
  readonly found: string | null;
  readonly requirement: string;
}
/** What a business answered to an order; the proof is evidence of the check. */
export interface OrderAnswer {
  readonly text: string;
  readonly on: string;
  readonly by: string;
  readonly fileName: string | null;
  readonly evidenceId: string | null;
}

interface CorrectionRow {
  readonly id: string;
  readonly round: number;
  readonly number: string;
  readonly issued_on: string;
  readonly days: number;
  readonly items: CorrectionItem[];
  readonly note: string | null;
  readonly due_on: string | null;
  readonly answers: readonly OrderAnswer[];
  readonly extended_days: number;
  readonly extensions: readonly {
    readonly days: number;
    readonly on: string;
    readonly by: string;
    readonly reason: string;
  }[];
}

/** Orders of a task in order, each with the due day of its clock. */
export async function listCorrections(db: Db, district: string, taskId: string): Promise<CorrectionRow[]> {
  const { rows } =
    await sql<CorrectionRow>`select o.id, o.round, o.number, o.issued_on, o.days, o.items, o.note, o.extended_days, o.extensions, o.answers, k.due_on
    from (select o.*, row_number() over (order by o.round) as at from inspections.correction o
      where o.district = ${district} and o.task_id = ${taskId}) o
    join inspections.task t on t.district = o.district and t.id = o.task_id
    left join procedures.clock k on k.district = t.district and k.file_id = t.file_id and k.clock = 'correction' and k.round = o.at
    order by o.round`.execute(db);
  return rows;
}

export async function insertCorrection(
  tx: Tx,
  ctx: Ctx,
  order: Omit<CorrectionRow, 'due_on' | 'issued_on' | 'extended_days' | 'extensions' | 'answers'> & {
    readonly taskId: string;
  },
): Promise<void> {
  await sql`insert into inspections.correction (district, id, task_id, round, number, issued_on, days, items, note, issued_by)
    values (${ctx.district}, ${order.id}, ${order.taskId}, ${order.round}, ${order.number}, ${ctx.today}, ${order.days}, ${asJson(order.items)},
      ${order.note}, ${ctx.actor.displayName})`.execute(tx);
}

export async function extendCorrectionOf(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { days, reason }: { readonly days: number; readonly reason: string },
): Promise<void> {
  const granted = [{ days, on: ctx.today, by: ctx.actor.displayName, reason }];
  await sql`update inspections.correction set extended_days = extended_days + ${days}, extensions = extensions || ${asJson(granted)}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function appendAnswer(tx: Tx, ctx: Ctx, correctionId: string, answer: OrderAnswer): Promise<void> {
  await sql`update inspections.correction set answers = answers || ${asJson([answer])}
    where district = ${ctx.district} and id = ${correctionId}`.execute(tx);
}

/** Tasks a case grew from, as its own files. */
export async function listTasksOfCase(
  db: Db,
  district: string,
  caseId: string,
): Promise<{ id: string; file_id: string; state: string }[]> {
  const { rows } = await sql<{ id: string; file_id: string; state: string }>`select m.id, m.file_id, f.state
    from inspections.task m join procedures.file f on f.district = m.district and f.id = m.file_id
    where m.district = ${district} and m.case_id = ${caseId}`.execute(db);
  return rows;
}

export async function setCaseTold(
  tx: Tx,
  ctx: Ctx,
  id: string,
  told: { readonly outcome: string; readonly on: string; readonly reason: string | null },
): Promise<void> {
  await sql`update inspections.task set case_outcome = ${told.outcome}, case_told_on = ${told.on}, case_reason = ${told.reason}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** How many items of the answers failed. */
export const failedOf = (answers: readonly Pick<RecordAnswer, 'result'>[]): number =>
  answers.filter((answer) => answer.result === 'no').length;
