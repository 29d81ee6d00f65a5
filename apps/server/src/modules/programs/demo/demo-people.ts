import type { Actor, Ctx } from '../../../platform/context/context.ts';

/** Somebody outside the bureau whom the demo has no account for. */
export const outsider = (ctx: Ctx, name: string): Actor => ({ ...ctx.actor, userId: null, displayName: name });
