import type { RawBuilder } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { markStale } from './mark-stale.ts';

/**
 * Marks whatever other modules say follows from the changed records, inside the transaction that changes them.
 * @param of what changed, as followers name it
 * @param changed select of one uuid column
 */
export async function markFollowers(tx: Tx, ctx: Ctx, of: string, changed: RawBuilder<unknown>): Promise<void> {
  for (const follower of ctx.services.facts.followers)
    if (follower.of === of) await markStale(tx, ctx, follower.subject, follower.ids(ctx.district, changed));
}
