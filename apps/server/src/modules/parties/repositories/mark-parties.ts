import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markFollowers, markStale } from '../../../platform/facts/index.ts';

/** Marks what is said of lists and rights that bear these names. @param mentions select of mention ids */
export async function markMentions(tx: Tx, ctx: Ctx, mentions: RawBuilder<unknown>): Promise<void> {
  await markStale(
    tx,
    ctx,
    'membership',
    sql`select s.id from parties.membership s where s.district = ${ctx.district} and s.mention_id in (${mentions})`,
  );
  await markFollowers(tx, ctx, 'mention', mentions);
}

/** Marks parties and everything linked to them. @param parties select of party ids, of parties that are still there */
export async function markParties(tx: Tx, ctx: Ctx, parties: RawBuilder<unknown>): Promise<void> {
  await markStale(tx, ctx, 'enterprise', parties);
  await markMentions(
    tx,
    ctx,
    sql`select m.id from parties.mention m where m.district = ${ctx.district} and m.party_id in (${parties})`,
  );
}
