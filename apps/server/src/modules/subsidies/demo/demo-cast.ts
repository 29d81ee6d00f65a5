import { findDemoActor } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, chinaDay } from '../../../platform/context/context.ts';

export interface Cast {
  readonly officer: Actor;
  readonly checker: Actor;
  readonly reviewer: Actor;
  readonly director: Actor;
  readonly finance: Actor;
}

const NAMES = ['officer', 'checker', 'reviewer', 'director', 'finance'] as const;

/** The demo accounts a claim goes through; undefined where one is missing. */
export async function castOf(ctx: Ctx): Promise<Cast | undefined> {
  const found: Partial<Record<keyof Cast, Actor>> = {};
  for (const name of NAMES) {
    const actor = await findDemoActor(ctx, name);
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
