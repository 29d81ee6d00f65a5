import { sql } from 'kysely';
import type { PlaceKind } from '../access/access.ts';
import { type Actor, type Ctx, chinaDay } from '../context/context.ts';

/** The actor behind a demo account; undefined where there is none. */
export async function findDemoActor(ctx: Ctx, username: string): Promise<Actor | undefined> {
  const { rows } = await sql<{ id: string; name: string; role: string; kind: PlaceKind; code: string }>`
    select u.id, u.display_name as name, g.role, g.place_kind as kind, g.place_code as code
    from platform.user_account u join platform.user_role g on g.district = u.district and g.user_id = u.id
    where u.district = ${ctx.district} and u.username = ${username}`.execute(ctx.db);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    ...ctx.actor,
    userId: first.id,
    username,
    displayName: first.name,
    grants: rows.map(({ role, kind, code }) => ({ role, placeKind: kind, placeCode: code })),
    permissions: new Set(rows.flatMap(({ role }) => ctx.services.permissionsOfRole(role))),
  };
}

/** A context of somebody on a day in the past or today. */
export function onDemoDay(ctx: Ctx, day: string, actor: Actor): Ctx {
  const then = new Date(`${day}T02:00:00Z`);
  const now = then < ctx.now ? then : ctx.now;
  return { ...ctx, actor, now, today: chinaDay(now) };
}
