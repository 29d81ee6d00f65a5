import { addDays } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context/context.ts';
import { definitionOf } from '../file-standing.ts';
import { readableAll, waitedOut } from './desk-scope.ts';
import { endOfWeek } from './get-desk.ts';

type Route = (typeof routes)['getWorkload'];
type Answer = RouteOutput<Route>;

interface Counted {
  readonly userId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly open: number;
  readonly lead: number;
  readonly overdue: number;
  readonly week: number;
  readonly suspended: number;
  readonly closedIn30: number;
}
type Sectioned = Omit<Counted, 'userId' | 'name' | 'unit'> & {
  readonly code: string | null;
  readonly unassigned: number;
};

const RECENT_DAYS = 30;

/** Files in reach with their nearest limit, open ones and those closed lately. */
function files(ctx: Ctx, procedure: string | undefined) {
  const definitions = [...ctx.services.procedures.values()];
  const out = waitedOut(definitions);
  const recent = addDays(ctx.today, -RECENT_DAYS);
  return sql`select f.district, f.id, f.procedure, f.organisations, f.closed_at is null as open, c.due_on, c.still
    from procedures.file f
    left join lateral (select min(k.due_on) as due_on, bool_and(k.due_on is null) as still from procedures.clock k
      where k.district = f.district and k.file_id = f.id and k.stopped_on is null
        and f.procedure || ':' || k.clock <> all(${[...out]}::text[])) c on true
    where f.district = ${ctx.district} and (f.closed_at is null or f.closed_at >= ${recent}::date) and ${readableAll(ctx, definitions)}
      ${procedure === undefined ? sql`` : sql`and f.procedure = ${procedure}`}`;
}

const figures = (ctx: Ctx) => sql`count(*) filter (where w.open)::int as open,
  count(*) filter (where w.open and w.due_on < ${ctx.today}::date)::int as overdue,
  count(*) filter (where w.open and w.due_on between ${ctx.today}::date and ${endOfWeek(ctx.today)}::date)::int as week,
  count(*) filter (where w.open and w.still)::int as suspended, count(*) filter (where not w.open)::int as "closedIn30"`;

/** Open files by officer and by section, within the actor's reach. A file of several officers counts with each. */
export async function getWorkload(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<Answer> {
  const officers = await sql<Counted>`with w as materialized (${files(ctx, query.procedure)})
    select h.user_id as "userId", max(h.name) as name, u.organisation_id as unit, ${figures(ctx)},
      count(*) filter (where w.open and h.part = 'lead')::int as lead
    from w join procedures.handler h on h.district = w.district and h.file_id = w.id and h.until is null
    left join platform.user_account u on u.district = h.district and u.id = h.user_id
    group by h.user_id, u.organisation_id order by overdue desc, open desc, name`.execute(ctx.db);
  const sections = await sql<Sectioned>`with w as materialized (${files(ctx, query.procedure)})
    select w.organisations[1] as code, ${figures(ctx)}, 0 as lead,
      count(*) filter (where w.open and not exists (select 1 from procedures.handler h where h.district = w.district and h.file_id = w.id
        and h.until is null))::int as unassigned
    from w where w.organisations <> '{}' group by 1 order by overdue desc, open desc, code`.execute(ctx.db);
  const kinds = await sql<{ procedure: string; n: number }>`with w as (${files(ctx, undefined)})
    select procedure, count(*)::int as n from w where open group by 1 order by n desc`.execute(ctx.db);
  const name = (code: string | null) => ctx.services.places.organisationName(code) ?? code ?? '';
  return {
    asOf: ctx.today,
    officers: officers.rows.map((row) => ({ ...row, unit: row.unit === null ? null : name(row.unit) })),
    sections: sections.rows.map((row) => ({ ...row, name: name(row.code) })),
    procedures: kinds.rows.map((row) => ({
      code: row.procedure,
      label: definitionOf(ctx, row.procedure).label[ctx.language],
      count: row.n,
    })),
  };
}
