import { addDays, daysBetween } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may } from '../../context/context.ts';
import type { ProcedureFile } from '../definition.ts';
import { definitionOf } from '../file-standing.ts';
import { listHandlers } from '../handlers.ts';
import { toFileView } from '../queries/show-file.ts';
import { FILE_COLUMNS } from '../repositories/file-repository.ts';
import { workingCalendarOf } from '../working-days.ts';
import { isHandler, isMyTurn, readableAll, waitedOut } from './desk-scope.ts';

type Route = (typeof routes)['getDesk'];
type Query = ParsedInput<Route>['query'];
type Desk = RouteOutput<Route>;
type Bucket = keyof Desk['counts'];

export const WORKLOAD_READ = 'procedures.workload.read';
export const CLOCK_ESCALATE = 'procedures.clock.escalate';

interface DeskRow extends ProcedureFile {
  readonly bucket: Bucket;
  readonly role: 'lead' | 'assist' | 'office';
  readonly dueOn: string | null;
  readonly dueClock: string | null;
  readonly article: string | null;
  readonly clocks: number;
  readonly still: boolean;
  readonly warned: boolean;
}

/** Sunday of the week of a day. */
export const endOfWeek = (day: string): string => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);

/** Open files of the actor: those he handles, and those whose turn is his office's. With the nearest limit and its bucket. */
function deskFiles(ctx: Ctx, query: Pick<Query, 'procedure' | 'mine'>): RawBuilder<unknown> {
  const definitions = [...ctx.services.procedures.values()];
  const out = waitedOut(definitions);
  const turn = sql<boolean>`coalesce(${isMyTurn(ctx, definitions)}, false)`;
  const whose =
    query.mine === true
      ? // By the index of handlers: among many open files a person handles few.
        sql`m.part is not null and f.id in (select o.file_id from procedures.handler o where o.district = ${ctx.district}
          and o.user_id = ${ctx.actor.userId} and o.until is null)`
      : sql`(m.part is not null or (${readableAll(ctx, definitions)} and ${turn}))`;
  return sql`select ${FILE_COLUMNS}, f.district, coalesce(m.part, 'office') as role, c.due_on as "dueOn", c.clock as "dueClock", c.article,
      coalesce(n.clocks, 0)::int as clocks, (n.clocks > 0 and c.due_on is null) as still, c.warned,
      case when not ${turn} and m.part is not null and not (${isHandler(ctx)} and c.due_on < ${ctx.today}::date) then 'others'
        when n.clocks > 0 and c.due_on is null then 'others'
        when c.due_on is null then 'undated' when c.due_on < ${ctx.today}::date then 'overdue' when c.due_on = ${ctx.today}::date then 'today'
        when c.due_on <= ${endOfWeek(ctx.today)}::date then 'week' else 'later' end as bucket
    from procedures.file f
    left join lateral (select h.part from procedures.handler h where h.district = f.district and h.file_id = f.id
      and h.user_id = ${ctx.actor.userId} and h.until is null limit 1) m on true
    left join lateral (select count(*) as clocks from procedures.clock k where k.district = f.district and k.file_id = f.id
      and k.stopped_on is null and f.procedure || ':' || k.clock <> all(${[...out]}::text[])) n on true
    left join lateral (select k.due_on, k.clock, k.article, exists (select 1 from procedures.escalation e where e.district = k.district
        and e.file_id = k.file_id and e.clock = k.clock and e.round = k.round and e.due_on = k.due_on) as warned
      from procedures.clock k where k.district = f.district and k.file_id = f.id and k.stopped_on is null and k.due_on is not null
        and f.procedure || ':' || k.clock <> all(${[...out]}::text[]) order by k.due_on limit 1) c on true
    where f.district = ${ctx.district} and f.closed_at is null and ${whose}
      ${query.procedure === undefined ? sql`` : sql`and f.procedure = ${query.procedure}`}`;
}

const BUCKETS: readonly Bucket[] = ['overdue', 'today', 'week', 'later', 'undated', 'others'];
const DAYS_SHOWN = 14;

async function toItems(ctx: Ctx, rows: readonly DeskRow[]): Promise<Desk['items']> {
  const handlers = await listHandlers(
    ctx.db,
    ctx.district,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...toFileView(ctx, row),
    bucket: row.bucket,
    role: row.role,
    dueOn: row.dueOn,
    daysLeft: row.dueOn === null ? null : daysBetween(ctx.today, row.dueOn),
    dueLabel:
      definitionOf(ctx, row.procedure).clocks.find((one) => one.clock === row.dueClock)?.label[ctx.language] ?? null,
    article: row.article,
    suspended: row.still,
    handlers: (handlers.get(row.id) ?? []).map((one) => one.name),
    clocks: row.clocks,
    warned: row.warned === true,
  }));
}

/** My files by their nearest clock, over all procedures. */
export async function getDesk(ctx: Ctx, query: Query): Promise<Desk> {
  const all = deskFiles(ctx, { mine: query.mine });
  const { rows: figures } = await sql<{
    procedure: string;
    bucket: Bucket;
    dueOn: string | null;
    n: number;
  }>`select procedure, bucket, case when "dueOn" <= ${addDays(ctx.today, DAYS_SHOWN - 1)}::date then "dueOn" end as "dueOn",
      count(*)::int as n from (${all}) d group by 1, 2, 3`.execute(ctx.db);
  const chosen = figures.filter((row) => query.procedure === undefined || row.procedure === query.procedure);
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, row) => total + row.n, 0);
  const { rows } = await sql<DeskRow>`select * from (${deskFiles(ctx, query)}) d
    ${query.bucket === undefined ? sql`` : sql`where d.bucket = ${query.bucket}`}
    order by (d.bucket = 'others'), d."dueOn" nulls last, d."openedAt", d.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(ctx.db);
  const calendar = await workingCalendarOf(ctx.db, ctx.district);
  const names = [...new Set(figures.map((row) => row.procedure))];
  return {
    asOf: ctx.today,
    weekEndsOn: endOfWeek(ctx.today),
    counts: Object.fromEntries(
      BUCKETS.map((bucket) => [bucket, sum(chosen.filter((row) => row.bucket === bucket))]),
    ) as Desk['counts'],
    items: await toItems(ctx, rows),
    total: sum(chosen.filter((row) => query.bucket === undefined || row.bucket === query.bucket)),
    page: query.page,
    pageSize: query.pageSize,
    procedures: names
      .map((code) => ({
        code,
        label: definitionOf(ctx, code).label[ctx.language],
        count: sum(figures.filter((row) => row.procedure === code)),
      }))
      .toSorted((a, b) => b.count - a.count),
    days: Array.from({ length: DAYS_SHOWN }, (_, at) => {
      const on = addDays(ctx.today, at);
      return { on, count: sum(chosen.filter((row) => row.dueOn === on)), working: calendar.isWorkingDay(on) };
    }),
    mayWorkload: may(ctx, WORKLOAD_READ),
    mayEscalate: may(ctx, CLOCK_ESCALATE),
    escalateDays: ctx.services.jurisdiction.complaintSettings.escalateWorkingDaysBefore,
  };
}
