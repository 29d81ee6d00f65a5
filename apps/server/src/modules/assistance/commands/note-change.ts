import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/register-version.ts';

/** Name of the register the facts of this module depend on. */
export const REGISTER = 'assistance';

/** Tells facts, in the transaction, that a request changes. */
export async function noteRequest(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, REGISTER);
  await markStale(tx, ctx, 'aidrequest', sql`select ${id}::uuid`);
}
