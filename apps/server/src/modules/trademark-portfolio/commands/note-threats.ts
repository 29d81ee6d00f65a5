import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';

/** Name of the register the facts of this module depend on. */
export const REGISTER = 'mark-threats';

/** Tells facts, in the transaction, that what threatens a mark changes. */
export async function noteThreats(tx: Tx, ctx: Ctx, trademarkId: string): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, REGISTER);
  await markStale(tx, ctx, 'trademark', sql`select ${trademarkId}::uuid`);
}
