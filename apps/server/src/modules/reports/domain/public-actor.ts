import { type Ctx, systemActor } from '../../../platform/context/context.ts';

/** Whoever reports has no account: the system acts for him, and neither address nor program of his goes into any record. */
export function asPublic(ctx: Ctx): Ctx {
  return { ...ctx, actor: { ...systemActor, username: 'public', displayName: '公众' }, source: null, userAgent: null };
}
