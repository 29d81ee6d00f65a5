import { addDays } from '@jince/calendar';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../access/access.ts';
import { type Ctx, may, scopeFor } from '../../context/context.ts';
import type { ProcedureAction, ProcedureDefinition } from '../definition.ts';
import { isHandler, readableAll, waitedOut } from '../desk/desk-scope.ts';
import { movesOn } from '../desk/turn.ts';
import { leadsOnward } from '../domain/unavoidable-states.ts';
import { filesWithin } from '../reach.ts';

/** Whose turn it is, worked out for each open file by PostgreSQL: what the desk must say, and what it would cost without its columns. */

const atBody = (scope: Scope, place: number) =>
  scope.kind === 'district'
    ? sql<boolean>`true`
    : sql<boolean>`f.organisations[${place + 1}::int] = any(${scope.organisations}::text[])`;

const handledByHolder = (ctx: Ctx, permission: string) =>
  sql<boolean>`exists (select 1 from procedures.handler h join platform.user_role g on g.district = h.district and g.user_id = h.user_id
    where h.district = f.district and h.file_id = f.id and h.until is null and h.user_id is distinct from ${ctx.actor.userId}
      and g.role = any(${[...ctx.services.rolesHolding(permission)]}::text[]))`;

const doneBefore = (ctx: Ctx, apart: readonly string[]) =>
  sql<boolean>`exists (select 1 from procedures.action_log l where l.district = f.district and l.file_id = f.id
    and l.actor_id = ${ctx.actor.userId} and l.action = any(${[...apart]}::text[]))`;

function taken(
  ctx: Ctx,
  one: ProcedureDefinition,
  action: ProcedureAction,
  states: readonly string[],
): RawBuilder<boolean> {
  const scope = scopeFor(ctx, action.permission);
  return sql<boolean>`f.procedure = ${one.procedure} and f.state = any(${[...states]}::text[]) and ${filesWithin(scope, one.body?.(ctx))}
    ${action.bodyAt === undefined ? sql`` : sql`and ${atBody(scope, action.bodyAt)}`}
    ${action.apart === undefined ? sql`` : sql`and not ${doneBefore(ctx, action.apart)}`}`;
}

function anyAction(ctx: Ctx, leads: typeof movesOn, besides: (permission: string) => RawBuilder<unknown>) {
  const parts = [...ctx.services.procedures.values()].flatMap((one) =>
    one.actions
      .filter((action) => action.aside !== true && may(ctx, action.permission))
      .map((action) => {
        const states = action.from.filter((state) => leads(one, action, state));
        return sql<boolean>`(${taken(ctx, one, action, states)} ${besides(action.permission)})`;
      }),
  );
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`coalesce(${sql.join(parts, sql` or `)}, false)`;
}

export interface ComputedFile {
  readonly id: string;
  readonly bucket: string;
  readonly role: string;
}

/** All files of the actor's desk in its order. */
export async function computedDesk(ctx: Ctx): Promise<ComputedFile[]> {
  const out = [...waitedOut([...ctx.services.procedures.values()])];
  const turn = anyAction(ctx, movesOn, (permission) => sql`and not ${handledByHolder(ctx, permission)}`);
  const sunday = addDays(ctx.today, (7 - new Date(`${ctx.today}T00:00:00Z`).getUTCDay()) % 7);
  const { rows } =
    await sql<ComputedFile>`select d.id, d.bucket, d.role from (select f.id, f.opened_at, coalesce(m.part, 'office') as role, c.due_on,
      case when not ${turn} and m.part is not null and not coalesce(${isHandler(ctx)} and c.due_on < ${ctx.today}::date, false) then 'others'
        when n.clocks > 0 and c.due_on is null then 'others'
        when c.due_on is null then 'undated' when c.due_on < ${ctx.today}::date then 'overdue' when c.due_on = ${ctx.today}::date then 'today'
        when c.due_on <= ${sunday}::date then 'week' else 'later' end as bucket
    from procedures.file f
    left join lateral (select h.part from procedures.handler h where h.district = f.district and h.file_id = f.id
      and h.user_id = ${ctx.actor.userId} and h.until is null limit 1) m on true
    left join lateral (select count(*) as clocks, min(k.due_on) as due_on from procedures.clock k where k.district = f.district
      and k.file_id = f.id and k.stopped_on is null and f.procedure || ':' || k.clock <> all(${out}::text[])) n on true
    left join lateral (select n.due_on) c on true
    where f.district = ${ctx.district} and f.closed_at is null and (m.part is not null or (${readableAll(ctx)} and ${turn}))) d
    order by (d.bucket = 'others'), d.due_on nulls last, d.opened_at, d.id`.execute(ctx.db);
  return rows;
}

/** Ids of the open files that wait for the actor, the nearest clock first. */
export async function computedWaiting(ctx: Ctx): Promise<string[]> {
  const waits = anyAction(ctx, leadsOnward, () => sql``);
  const { rows } = await sql<{ id: string }>`select f.id from procedures.file f
    left join lateral (select min(k.due_on) as due_on from procedures.clock k where k.district = f.district and k.file_id = f.id
      and k.stopped_on is null) c on true
    where f.district = ${ctx.district} and f.closed_at is null and ${readableAll(ctx)} and ${waits}
    order by c.due_on nulls last, f.opened_at desc, f.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
