import { addDays } from '@jince/calendar';
import type { ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import {
  type CodeColumn,
  type IntColumn,
  keptSelection,
  NO_DAY,
  type RowTest,
  type Selection,
  selectRows,
  toDay,
} from '../../../platform/register-index/index.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { type CaseIndexData, FLAGS } from './case-index.ts';

export type CaseFilter = Omit<ParsedInput<(typeof routes)['listCases']>['query'], 'page' | 'pageSize' | 'sort'>;

function among(column: CodeColumn, values: readonly string[] | undefined): RowTest[] {
  if (values === undefined || values.length === 0) return [];
  const wanted = new Set(values);
  const fits = column.matching((code) => wanted.has(code));
  return [(row) => fits[column.at(row)] === 1];
}

function between(column: IntColumn, from: string | undefined, to: string | undefined): RowTest[] {
  if (from === undefined && to === undefined) return [];
  const first = from === undefined ? NO_DAY + 1 : toDay(from);
  const last = to === undefined ? Number.MAX_SAFE_INTEGER : toDay(to);
  return [(row) => column.at(row) >= first && column.at(row) <= last];
}

function dueTest(ctx: Ctx, data: CaseIndexData, values: readonly string[] | undefined): RowTest[] {
  if (values === undefined || values.length === 0) return [];
  const today = toDay(ctx.today);
  const until = (days: number) => toDay(addDays(ctx.today, days));
  const [week, month] = [until(7), until(30)];
  const tests = values.map((value): ((due: number) => boolean) => {
    if (value === 'overdue') return (due) => due !== NO_DAY && due < today;
    if (value === 'week') return (due) => due >= today && due <= week;
    if (value === 'month') return (due) => due >= today && due <= month;
    return (due) => due === NO_DAY;
  });
  return [
    (row) => {
      if ((data.flags.at(row) & FLAGS.open) === 0) return false;
      const due = data.due.at(row);
      return tests.some((test) => test(due));
    },
  ];
}

function flagTests(data: CaseIndexData, filter: CaseFilter): RowTest[] {
  let wanted = 0;
  let mask = 0;
  for (const [flag, bit] of Object.entries(FLAGS)) {
    const value = filter[flag as keyof typeof FLAGS];
    if (value === undefined) continue;
    mask |= bit;
    if (value) wanted |= bit;
  }
  return mask === 0 ? [] : [(row) => (data.flags.at(row) & mask) === wanted];
}

function scopeTest(ctx: Ctx, data: CaseIndexData): RowTest[] {
  const scope = scopeFor(ctx, CASE_READ);
  if (scope.kind === 'district') return [];
  const fits = data.organisation.matching((code) => scope.organisations.includes(code));
  return [(row) => fits[data.organisation.at(row)] === 1];
}

function wordTest(data: CaseIndexData, q: string | undefined): RowTest[] {
  const word = q?.trim().toLowerCase() ?? '';
  return word === '' ? [] : [(row) => (data.words[row] as string).includes(word)];
}

/** Ids of the cases the actor is named in now, where the filter asks for them alone. */
export async function ownCases(ctx: Ctx, { mine }: CaseFilter): Promise<ReadonlySet<string> | undefined> {
  if (mine !== true) return undefined;
  const { rows } = await sql<{ id: string }>`select o.case_id as id from cases.officer o
    where o.district = ${ctx.district} and o.until is null and o.user_id = ${ctx.actor.userId}::uuid`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

/** The scope first, words last: what is cheap leaves fewer rows to what is dear. */
function caseTests(ctx: Ctx, data: CaseIndexData, filter: CaseFilter): RowTest[] {
  const { minAmountFen } = filter;
  return [
    ...scopeTest(ctx, data),
    ...flagTests(data, filter),
    ...among(data.state, filter.state),
    ...among(data.source, filter.source),
    ...among(data.organisation, filter.organisation),
    ...among(data.town, filter.town),
    ...among(data.track, filter.track),
    ...among(data.decision, filter.decision),
    ...among(data.behaviour, filter.behaviour),
    ...dueTest(ctx, data, filter.due),
    ...between(data.received, filter.receivedFrom, filter.receivedTo),
    ...between(data.decided, filter.decidedFrom, filter.decidedTo),
    ...(minAmountFen === undefined ? [] : [(row: number) => (data.fen[row] ?? -1) >= minAmountFen]),
    ...wordTest(data, filter.q),
  ];
}

/**
 * The cases in reach that a filter leaves. Nothing is waited for: columns, selection and order are of one moment.
 * @param own see {@link ownCases}
 */
export function selectCases(
  ctx: Ctx,
  data: CaseIndexData,
  filter: CaseFilter,
  own: ReadonlySet<string> | undefined,
): Selection {
  const tests = () => caseTests(ctx, data, filter);
  if (own !== undefined) return selectRows(data.size, [(row) => own.has(data.ids[row] as string), ...tests()]);
  const key = JSON.stringify([ctx.today, scopeFor(ctx, CASE_READ), filter]);
  return keptSelection(data.epoch, key, () => selectRows(data.size, tests()));
}
