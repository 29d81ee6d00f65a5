import { addDays } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { registerVersions } from '../../../platform/register-index/index.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { REGISTER } from '../commands/settle-case.ts';
import { gramsOf } from '../repositories/row-repository.ts';
import { LISTED, type ListedRow, toCard } from './case-card.ts';
import { casesWithin } from './reach-case.ts';

export type CaseFilter = Omit<ParsedInput<(typeof routes)['listCases']>['query'], 'page' | 'pageSize' | 'sort'>;

const among = (column: string, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? [] : [sql`${sql.ref(column)} = any(${[...values]}::text[])`];

function dueTest(ctx: Ctx, values: readonly string[] | undefined): RawBuilder<unknown>[] {
  if (values === undefined || values.length === 0) return [];
  const { today } = ctx;
  const tests = values.map((value) => {
    if (value === 'overdue') return sql`(r.open and r.due_on < ${today}::date)`;
    if (value === 'week') return sql`(r.open and r.due_on between ${today}::date and ${addDays(today, 7)}::date)`;
    if (value === 'month') return sql`(r.open and r.due_on between ${today}::date and ${addDays(today, 30)}::date)`;
    return sql`(r.open and r.due_on is null)`;
  });
  return [sql`(${sql.join(tests, sql` or `)})`];
}

/** Words are found by pairs of characters through an index, then compared: what is shorter than a pair is compared alone. */
function wordTest(ctx: Ctx, q: string | undefined, byGrams: boolean): RawBuilder<unknown>[] {
  const word = q?.trim().toLowerCase().replaceAll('\0', '') ?? '';
  if (word === '') return [];
  const exact = sql`position(${word} in r.words) > 0`;
  if (word.length < 2 || !byGrams) return [exact];
  return [
    sql`r.id in (select g.id from cases.row_gram g where g.district = ${ctx.district} and g.grams @> ${gramsOf(word)})`,
    exact,
  ];
}

function flagTests(filter: CaseFilter): RawBuilder<unknown>[] {
  const flags = {
    open: filter.open,
    hit: filter.hit,
    transfer_open: filter.transferOpen,
    electronic: filter.electronic,
  };
  return Object.entries(flags).flatMap(([column, value]) =>
    value === undefined ? [] : [value ? sql`${sql.ref(`r.${column}`)}` : sql`not ${sql.ref(`r.${column}`)}`],
  );
}

/** @param byGrams looks words up by pairs; without it lines are compared one by one, which ends soon where many fit */
export function caseTests(ctx: Ctx, filter: CaseFilter, byGrams = true): RawBuilder<unknown> {
  const day = (column: string, sign: '>=' | '<=', value: string | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(column)} ${sql.raw(sign)} ${value}::date`];
  const rows = (filter.behaviour ?? []).map(Number).filter((one) => Number.isInteger(one) && one > 1 && one < 100);
  const tests = [
    sql`r.district = ${ctx.district}`,
    casesWithin(ctx, CASE_READ),
    ...among('r.state', filter.state),
    ...among('r.source_kind', filter.source),
    ...among('r.organisation_code', filter.organisation),
    ...among('r.town_code', filter.town),
    ...among('r.track', filter.track),
    ...among('r.decision_kind', filter.decision),
    ...(rows.length === 0 ? [] : [sql`r.behaviour_row = any(${rows}::smallint[])`]),
    ...dueTest(ctx, filter.due),
    ...flagTests(filter),
    ...day('r.received_on', '>=', filter.receivedFrom),
    ...day('r.received_on', '<=', filter.receivedTo),
    ...day('r.decided_on', '>=', filter.decidedFrom),
    ...day('r.decided_on', '<=', filter.decidedTo),
    ...(filter.minAmountFen === undefined ? [] : [sql`r.business_fen >= ${filter.minAmountFen}`]),
    ...(filter.mine === true
      ? [
          sql`r.id in (select o.case_id from cases.officer o where o.district = ${ctx.district} and o.until is null and o.user_id = ${ctx.actor.userId}::uuid)`,
        ]
      : []),
    ...wordTest(ctx, filter.q, byGrams),
  ];
  return sql.join(tests, sql` and `);
}

const SORTS: Readonly<Record<string, string>> = {
  receivedOn: 'r.received_on',
  filedOn: 'r.filed_on',
  decidedOn: 'r.decided_on',
  dueOn: 'r.due_on',
  number: 'r.number',
  businessFen: 'r.business_fen',
  stage: 'r.stage',
};

export function caseOrder(sort: string | undefined): RawBuilder<unknown> {
  const column = SORTS[sort?.replace(/^-/, '') ?? ''];
  if (column === undefined) return sql`r.received_on desc, r.id`;
  const down = sort?.startsWith('-') === true;
  return sql`${sql.ref(column)} ${sql.raw(down ? 'desc nulls last' : 'asc')}, r.id`;
}

export async function selectRows(
  ctx: Ctx,
  tests: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number; readonly order: RawBuilder<unknown> },
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`select ${LISTED} from cases.row r where ${tests}
    order by ${page.order} limit ${page.size} offset ${page.skip}`.execute(ctx.db);
  return rows;
}

/** Totals by question, of the present version of the register alone: each change of a case makes them anew. */
const totals = new Map<string, number>();
const KEPT = 500;
/** From so many lines on, a page is found sooner by reading in order than by collecting all that fit. */
const MANY = 2_000;

async function totalOf(ctx: Ctx, filter: CaseFilter, tests: RawBuilder<unknown>): Promise<number> {
  const version = await registerVersions(ctx.db, ctx.district, [REGISTER]);
  const asker = filter.mine === true ? ctx.actor.userId : null;
  const key = JSON.stringify([ctx.district, version, ctx.today, scopeFor(ctx, CASE_READ), asker, filter]);
  const known = totals.get(key);
  if (known !== undefined) return known;
  const { rows } = await sql<{ n: number }>`select count(*) as n from cases.row r where ${tests}`.execute(ctx.db);
  const total = rows[0]?.n ?? 0;
  if (totals.size >= KEPT) totals.clear();
  totals.set(key, total);
  return total;
}

/** One page of the cases in reach, with the exact total. */
export async function listCases(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listCases']>['query'],
): Promise<RouteOutput<(typeof routes)['listCases']>> {
  const { page, pageSize, sort, ...filter } = query;
  const total = await totalOf(ctx, filter, caseTests(ctx, filter));
  const tests = caseTests(ctx, filter, total <= MANY);
  const skip = (page - 1) * pageSize;
  const rows = skip >= total ? [] : await selectRows(ctx, tests, { size: pageSize, skip, order: caseOrder(sort) });
  return { items: rows.map((row) => toCard(ctx, row)), total, page, pageSize };
}
