import { sql } from 'kysely';
import type { PlaceKind } from '../../../platform/access/access.ts';
import { type Actor, type Ctx, chinaDay } from '../../../platform/context/context.ts';

export interface Cast {
  readonly officer: Actor;
  readonly checker: Actor;
  readonly reviewer: Actor;
  readonly director: Actor;
  readonly finance: Actor;
}

const NAMES = ['officer', 'checker', 'reviewer', 'director', 'finance'] as const;

async function findAccount(ctx: Ctx, username: string): Promise<Actor | undefined> {
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

/** The demo accounts a claim goes through; undefined where one is missing. */
export async function castOf(ctx: Ctx): Promise<Cast | undefined> {
  const found: Partial<Record<keyof Cast, Actor>> = {};
  for (const name of NAMES) {
    const actor = await findAccount(ctx, name);
    if (actor === undefined) return undefined;
    found[name] = actor;
  }
  return found as Cast;
}

/** A context of somebody on a day in the past or today, a minute later at each act. */
export function onDay(ctx: Ctx, day: string, minute: number, actor: Actor): Ctx {
  const then = new Date(new Date(`${day}T01:00:00Z`).getTime() + minute * 60_000);
  const now = then < ctx.now ? then : ctx.now;
  return { ...ctx, actor, now, today: chinaDay(now) };
}
