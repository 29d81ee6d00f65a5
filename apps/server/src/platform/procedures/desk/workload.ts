import { addDays } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context/context.ts';
import { NO_DAY, toDay } from '../../register-index/index.ts';
import { definitionOf } from '../file-standing.ts';
import type { Handler } from '../handlers.ts';
import { readableAll } from './desk-scope.ts';
import { openFilesNow } from './follow-files.ts';
import { endOfWeek } from './get-desk.ts';
import type { FileSituation, OpenFiles } from './open-files.ts';
import { isReadable } from './turn.ts';

type Route = (typeof routes)['getWorkload'];
type Answer = RouteOutput<Route>;

interface Load {
  open: number;
  lead: number;
  overdue: number;
  week: number;
  suspended: number;
  unassigned: number;
  closedIn30: number;
}

const RECENT_DAYS = 30;

class Loads {
  readonly officers = new Map<string, Load & { name: string }>();
  readonly sections = new Map<string, Load>();

  officer({ userId, name }: Handler): Load {
    const found = this.officers.get(userId);
    // A file of a time when he was called otherwise changes nothing: the last name in order stands for him.
    if (found !== undefined && found.name < name) found.name = name;
    const load = found ?? { ...none(), name };
    this.officers.set(userId, load);
    return load;
  }

  section(code: string): Load {
    const load = this.sections.get(code) ?? none();
    this.sections.set(code, load);
    return load;
  }
}

const none = (): Load => ({
  open: 0,
  lead: 0,
  overdue: 0,
  week: 0,
  suspended: 0,
  unassigned: 0,
  closedIn30: 0,
});

/** Files in one situation, added up. */
interface Sum extends Pick<Load, 'open' | 'overdue' | 'week' | 'suspended'> {
  readonly file: FileSituation;
}

function addTo(load: Load, sum: Sum): void {
  load.open += sum.open;
  load.overdue += sum.overdue;
  load.week += sum.week;
  load.suspended += sum.suspended;
}

/** Open files within the actor's reach, added up; with how many there are of each procedure, whichever is asked for. */
function countOpen(ctx: Ctx, files: OpenFiles, loads: Loads, procedure: string | undefined): Map<string, number> {
  const readable = isReadable(ctx);
  const today = toDay(ctx.today);
  const sunday = toDay(endOfWeek(ctx.today));
  const sums: Sum[] = [];
  const sumAt = files.situation.map((file) => {
    if (!readable(file)) return null;
    const sum = { file, open: 0, overdue: 0, week: 0, suspended: 0 };
    sums.push(sum);
    return sum;
  });
  for (let row = 0; row < files.ids.length; row++) {
    const sum = files.ids[row] === null ? null : sumAt(row);
    if (sum === null) continue;
    const limit = files.limit.at(row);
    sum.open += 1;
    if (limit === NO_DAY) sum.suspended += files.limits.at(row) > 0 ? 1 : 0;
    else if (limit < today) sum.overdue += 1;
    else if (limit <= sunday) sum.week += 1;
  }
  const kinds = new Map<string, number>();
  for (const sum of sums.filter(({ open }) => open > 0)) {
    const { procedure: kind, handlers, organisations } = sum.file;
    kinds.set(kind, (kinds.get(kind) ?? 0) + sum.open);
    if (procedure !== undefined && procedure !== kind) continue;
    const [body] = organisations;
    if (body !== undefined) {
      const section = loads.section(body);
      addTo(section, sum);
      if (handlers.length === 0) section.unassigned += sum.open;
    }
    for (const handler of handlers) {
      const officer = loads.officer(handler);
      addTo(officer, sum);
      if (handler.part === 'lead') officer.lead += sum.open;
    }
  }
  return kinds;
}

/** What was closed lately, by its body and by who handled it to the end. */
async function countClosed(ctx: Ctx, loads: Loads, procedure: string | undefined): Promise<void> {
  const { rows } = await sql<{ body: string | null; handlers: readonly Handler[] }>`select f.organisations[1] as body,
      coalesce((select json_agg(json_build_object('userId', h.user_id, 'name', h.name, 'part', h.part)) from procedures.handler h
        where h.district = f.district and h.file_id = f.id and h.until is null), '[]') as handlers
    from procedures.file f where f.district = ${ctx.district} and f.closed_at >= ${addDays(ctx.today, -RECENT_DAYS)}::date and ${readableAll(ctx)}
      ${procedure === undefined ? sql`` : sql`and f.procedure = ${procedure}`}`.execute(ctx.db);
  for (const { body, handlers } of rows) {
    if (body !== null) loads.section(body).closedIn30 += 1;
    for (const handler of handlers) loads.officer(handler).closedIn30 += 1;
  }
}

async function unitsOf(ctx: Ctx, userIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{
    id: string;
    unit: string | null;
  }>`select id, organisation_id as unit from platform.user_account
    where district = ${ctx.district} and id = any(${[...userIds]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}

const heaviest = (a: Pick<Load, 'overdue' | 'open'>, b: Pick<Load, 'overdue' | 'open'>) =>
  b.overdue - a.overdue || b.open - a.open;

/** Open files by officer and by section, within the actor's reach. A file of several officers counts with each. */
export async function getWorkload(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<Answer> {
  const loads = new Loads();
  const kinds = countOpen(ctx, await openFilesNow(ctx), loads, query.procedure);
  await countClosed(ctx, loads, query.procedure);
  const units = await unitsOf(ctx, [...loads.officers.keys()]);
  const name = (code: string) => ctx.services.places.organisationName(code) ?? code;
  return {
    asOf: ctx.today,
    officers: [...loads.officers]
      .map(([userId, load]) => {
        const unit = units.get(userId) ?? null;
        return { userId, unit: unit === null ? null : name(unit), ...load };
      })
      .toSorted((a, b) => heaviest(a, b) || (a.name < b.name ? -1 : 1)),
    sections: [...loads.sections]
      .map(([code, load]) => ({ code, name: name(code), ...load }))
      .toSorted((a, b) => heaviest(a, b) || (a.code < b.code ? -1 : 1)),
    procedures: [...kinds]
      .map(([code, count]) => ({ code, label: definitionOf(ctx, code).label[ctx.language], count }))
      .toSorted((a, b) => b.count - a.count),
  };
}
