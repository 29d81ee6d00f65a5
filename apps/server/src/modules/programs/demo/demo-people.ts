import { sql } from 'kysely';
import type { PlaceKind } from '../../../platform/access/access.ts';
import { type Actor, type Ctx, chinaDay } from '../../../platform/context/context.ts';

/** Acts are done in the morning of their day, China time. */
const AT = 'T02:00:00Z';

/** A context of a day in the past or today. */
export function onDay(ctx: Ctx, day: string, actor: Actor = ctx.actor): Ctx {
  const now = new Date(`${day}${AT}`);
  const then = now < ctx.now ? now : ctx.now;
  return { ...ctx, actor, now: then, today: chinaDay(then) };
}

/** A demo account as an actor; undefined where the demo has none of the name. */
export async function findPerson(ctx: Ctx, username: string): Promise<Actor | undefined> {
  const { rows } = await sql<{ id: string; name: string; role: string; kind: PlaceKind; code: string }>`
    select u.id, u.display_name as name, g.role, g.place_kind as kind, g.place_code as code
    from platform.user_account u join platform.user_role g on g.district = u.district and g.user_id = u.id
    where u.district = ${ctx.district} and u.username = ${username}`.execute(ctx.db);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    userId: first.id,
    username,
    displayName: first.name,
    organisationId: null,
    grants: rows.map(({ role, kind, code }) => ({ role, placeKind: kind, placeCode: code })),
    permissions: new Set(rows.flatMap(({ role }) => ctx.services.permissionsOfRole(role))),
    sessionId: null,
  };
}

/** Somebody outside the bureau whom the demo has no account for. */
export const outsider = (ctx: Ctx, name: string): Actor => ({ ...ctx.actor, userId: null, displayName: name });
