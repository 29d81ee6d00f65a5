import { addDays, daysBetween } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may } from '../../context/context.ts';
import { fromDay, NO_DAY, toDay } from '../../register-index/index.ts';
import type { ProcedureFile } from '../definition.ts';
import { definitionOf } from '../file-standing.ts';
import { listHandlers } from '../handlers.ts';
import { toFileView } from '../queries/show-file.ts';
import { FILE_COLUMNS } from '../repositories/file-repository.ts';
import { workingCalendarOf } from '../working-days.ts';
import { isHandler, readableAll, waitedOut } from './desk-scope.ts';
import { openFilesNow } from './follow-files.ts';
import type { FileSituation, OpenFiles } from './open-files.ts';
import { askerKey, type Holders, holdersNow, isMyTurn, isReadable } from './turn.ts';

type Route = (typeof routes)['getDesk'];
type Query = ParsedInput<Route>['query'];
type Desk = RouteOutput<Route>;
type Bucket = keyof Desk['counts'];
type Part = Desk['items'][number]['role'];

export const WORKLOAD_READ = 'procedures.workload.read';
export const CLOCK_ESCALATE = 'procedures.clock.escalate';

const DAYS_SHOWN = 14;

/** Sunday of the week of a day. */
export const endOfWeek = (day: string): string => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);

/** Where a limit stands on a day, of a file that is to be gone on with. */
function bucketOf(ctx: Ctx): (limit: number, limits: number) => Bucket {
  const today = toDay(ctx.today);
  const sunday = toDay(endOfWeek(ctx.today));
  return (limit, limits) => {
    if (limit === NO_DAY) return limits > 0 ? 'others' : 'undated';
    if (limit < today) return 'overdue';
    return limit === today ? 'today' : limit <= sunday ? 'week' : 'later';
  };
}

interface Mine {
  readonly part: Part;
  readonly turn: boolean;
  readonly procedure: string;
}

/** What the actor has to do with a file in this situation: he handles it, or its turn is his office's; else nothing. */
function mineOf(ctx: Ctx, holders: Holders, handledOnly: boolean): (file: FileSituation) => Mine | null {
  const isTurn = isMyTurn(ctx, holders);
  const readable = isReadable(ctx);
  return (file) => {
    const part = file.handlers.find(({ userId }) => userId === ctx.actor.userId)?.part ?? 'office';
    if (part === 'office' && (handledOnly || !readable(file))) return null;
    const turn = isTurn(file);
    return part === 'office' && !turn ? null : { part, turn, procedure: file.procedure };
  };
}

interface Shown {
  readonly id: string;
  readonly bucket: Bucket;
  readonly part: Part;
}

/** Everything the figures and the page need, in one pass over the open files: only what is on the page is kept of them. */
function pass(ctx: Ctx, files: OpenFiles, holders: Holders, query: Query) {
  const handledOnly = query.mine === true;
  const key = `desk ${handledOnly} ${askerKey(ctx, holders)}`;
  const mineAt = files.situation.recall(key, mineOf(ctx, holders, handledOnly));
  const kinds = new Map<string, number>();
  const standing = bucketOf(ctx);
  const today = toDay(ctx.today);
  const counts: Record<Bucket, number> = { overdue: 0, today: 0, week: 0, later: 0, undated: 0, others: 0 };
  const days = new Int32Array(DAYS_SHOWN);
  const from = (query.page - 1) * query.pageSize;
  const end = from + query.pageSize;
  const page: Shown[] = [];
  const others: Shown[] = [];
  let shown = 0;
  let waiting = 0;
  for (const row of files.byLimit()) {
    const id = files.ids[row] ?? null;
    const mine = id === null ? null : mineAt(row);
    if (id === null || mine === null) continue;
    kinds.set(mine.procedure, (kinds.get(mine.procedure) ?? 0) + 1);
    if (query.procedure !== undefined && query.procedure !== mine.procedure) continue;
    const limit = files.limit.at(row);
    const by = standing(limit, files.limits.at(row));
    // What he handles is his to see to once it is late, whoever is waited for.
    const bucket = mine.turn || by === 'overdue' ? by : 'others';
    counts[bucket] += 1;
    const ahead = limit - today;
    if (ahead >= 0 && ahead < DAYS_SHOWN) days[ahead] = (days[ahead] ?? 0) + 1;
    if (query.bucket !== undefined && query.bucket !== bucket) continue;
    if (bucket === 'others') {
      if (waiting < end) others.push({ id, bucket, part: mine.part });
      waiting += 1;
    } else {
      if (shown >= from && shown < end) page.push({ id, bucket, part: mine.part });
      shown += 1;
    }
  }
  const skipped = Math.max(0, from - shown);
  page.push(...others.slice(skipped, skipped + query.pageSize - page.length));
  return { counts, kinds, days, total: shown + waiting, page };
}

interface DeskRow extends ProcedureFile {
  readonly dueOn: string | null;
  readonly dueClock: string | null;
  readonly article: string | null;
  readonly clocks: number;
  readonly warned: boolean | null;
}

async function readPage(ctx: Ctx, page: readonly Shown[]): Promise<Map<string, DeskRow>> {
  const out = [...waitedOut([...ctx.services.procedures.values()])];
  const { rows } =
    await sql<DeskRow>`select ${FILE_COLUMNS}, c.due_on as "dueOn", c.clock as "dueClock", c.article, c.warned,
      (select count(*)::int from procedures.clock k where k.district = f.district and k.file_id = f.id
        and k.stopped_on is null and f.procedure || ':' || k.clock <> all(${out}::text[])) as clocks
    from procedures.file f
    left join lateral (select k.due_on, k.clock, k.article, exists (select 1 from procedures.escalation e where e.district = k.district
        and e.file_id = k.file_id and e.clock = k.clock and e.round = k.round and e.due_on = k.due_on) as warned
      from procedures.clock k where k.district = f.district and k.file_id = f.id and k.stopped_on is null and k.due_on is not null
        and f.procedure || ':' || k.clock <> all(${out}::text[]) order by k.due_on limit 1) c on true
    where f.district = ${ctx.district} and f.id = any(${page.map(({ id }) => id)}::uuid[])
      and (${isHandler(ctx)} or ${readableAll(ctx)})`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

async function toItems(ctx: Ctx, page: readonly Shown[]): Promise<Desk['items']> {
  const rows = await readPage(ctx, page);
  const handlers = await listHandlers(ctx.db, ctx.district, [...rows.keys()]);
  return page.flatMap(({ id, bucket, part }) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const { dueOn, dueClock, article, clocks } = row;
    const clock = definitionOf(ctx, row.procedure).clocks.find((one) => one.clock === dueClock);
    return {
      ...toFileView(ctx, row),
      bucket,
      role: part,
      dueOn,
      daysLeft: dueOn === null ? null : daysBetween(ctx.today, dueOn),
      dueLabel: clock?.label[ctx.language] ?? null,
      article,
      suspended: clocks > 0 && dueOn === null,
      handlers: (handlers.get(id) ?? []).map((one) => one.name),
      clocks,
      warned: row.warned === true,
    };
  });
}

/** My files by their nearest clock, over all procedures. */
export async function getDesk(ctx: Ctx, query: Query): Promise<Desk> {
  const holders = await holdersNow(ctx);
  const calendar = await workingCalendarOf(ctx.db, ctx.district);
  const { counts, kinds, days, total, page } = pass(ctx, await openFilesNow(ctx), holders, query);
  const first = toDay(ctx.today);
  return {
    asOf: ctx.today,
    weekEndsOn: endOfWeek(ctx.today),
    counts,
    items: await toItems(ctx, page),
    total,
    page: query.page,
    pageSize: query.pageSize,
    procedures: [...kinds]
      .map(([code, count]) => ({ code, label: definitionOf(ctx, code).label[ctx.language], count }))
      .toSorted((a, b) => b.count - a.count),
    days: Array.from({ length: DAYS_SHOWN }, (_, at) => {
      const on = fromDay(first + at) as string;
      return { on, count: days[at] ?? 0, working: calendar.isWorkingDay(on) };
    }),
    mayWorkload: may(ctx, WORKLOAD_READ),
    mayEscalate: may(ctx, CLOCK_ESCALATE),
    escalateDays: ctx.services.jurisdiction.complaintSettings.escalateWorkingDaysBefore,
  };
}
