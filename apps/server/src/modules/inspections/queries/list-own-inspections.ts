import type { OwnInspection } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { ORDER_ANSWER, OWN_READ } from '../inspections.catalogue.ts';
import { listCorrections, selectTasks, type TaskRow } from '../repositories/task-repository.ts';
import { toTask } from './show-tasks.ts';

const MOST = 200;

/** Of the own business, and once it was made: a check that is still to come is not announced here. */
function ownTests(ctx: Ctx, permission: string) {
  const scope = scopeFor(ctx, permission);
  const parties = scope.kind === 'places' ? scope.parties : [];
  return [
    sql`m.district = ${ctx.district}`,
    sql`m.party_id = any(${[...parties]}::uuid[])`,
    sql`m.checked_on is not null and f.state not in ('assigned', 'cancelled')`,
  ];
}

/** @throws AppError 404 for a check of somebody else */
export async function requireOwnTask(ctx: Ctx, id: string): Promise<TaskRow> {
  const tests = may(ctx, ORDER_ANSWER) ? [...ownTests(ctx, ORDER_ANSWER), sql`m.id = ${id}`] : [sql`false`];
  const [task] = (await selectTasks(ctx, tests, { page: 1, pageSize: 1 })).rows;
  if (task === undefined) throw new AppError('platform.not-found');
  return task;
}

async function toOwn(ctx: Ctx, row: TaskRow): Promise<OwnInspection> {
  const { id, number, name, checklistLabel, checkedOn, state, stateLabel, outcome } = toTask(ctx, row);
  const orders = await listCorrections(ctx.db, ctx.district, id);
  const open = state === 'correcting';
  return {
    id,
    number,
    name,
    checklistLabel,
    checkedOn,
    state,
    stateLabel,
    outcome,
    orders: orders.map((order, at) => ({
      number: order.number,
      issuedOn: order.issued_on,
      dueOn: order.due_on,
      late: open && at === orders.length - 1 && order.due_on !== null && order.due_on < ctx.today,
      note: order.note,
      items: order.items.map(({ label, article, found, requirement }) => ({ label, article, found, requirement })),
      answers: [...order.answers],
    })),
    mayAnswer: open && may(ctx, ORDER_ANSWER),
  };
}

/** Checks of the businesses the account stands for, those to be corrected first. */
export async function listOwnInspections(
  ctx: Ctx,
  query: { readonly party?: string | undefined },
): Promise<{ items: OwnInspection[] }> {
  const tests = [...ownTests(ctx, OWN_READ), query.party === undefined ? sql`true` : sql`m.party_id = ${query.party}`];
  const { rows } = await selectTasks(ctx, tests, { page: 1, pageSize: MOST });
  const items: OwnInspection[] = [];
  for (const row of rows) items.push(await toOwn(ctx, row));
  return { items };
}
