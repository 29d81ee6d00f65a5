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
import type { OpenFiles } from './open-files.ts';
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

/** Open files within the actor's reach, added up; with how many there are of each procedure, whichever is asked for. */
function countOpen(ctx: Ctx, files: OpenFiles, loads: Loads, procedure: string | undefined): Map<string, number> {
  const readable = isReadable(ctx);
  const fileAt = files.situation.map((file) => (readable(file) ? file : null));
  const today = toDay(ctx.today);
  const sunday = toDay(endOfWeek(ctx.today));
  const kinds = new Map<string, number>();
  for (const row of files.byLimit()) {
    const file = files.ids[row] === null ? null : fileAt(row);
    if (file === null) continue;
    const { procedure: kind, handlers } = file;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (procedure !== undefined && procedure !== kind) continue;
    const limit = files.limit.at(row);
    const [body] = file.organisations;
    const section = body === undefined ? [] : [loads.section(body)];
    if (handlers.length === 0) for (const one of section) one.unassigned += 1;
    for (const handler of handlers) if (handler.part === 'lead') loads.officer(handler).lead += 1;
    for (const one of [...section, ...handlers.map((handler) => loads.officer(handler))]) {
      one.open += 1;
      if (limit === NO_DAY) one.suspended += files.limits.at(row) > 0 ? 1 : 0;
      else if (limit < today) one.overdue += 1;
      else if (limit <= sunday) one.week += 1;
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
