import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markAllStale, markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/register-version.ts';

/** Name of the register the facts of this module depend on. */
export const REGISTER = 'association';

/** Tells facts, in the transaction, that something of an agency changed. */
export async function noteAgency(tx: Tx, ctx: Ctx, agencyId: string): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, REGISTER);
  await markStale(tx, ctx, 'agency', sql`select ${agencyId}::uuid`);
}

/** The same where all agencies change at once: a new version of the convention. */
export async function noteAll(tx: Tx, ctx: Ctx): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, REGISTER);
  await markAllStale(tx, ctx, 'agency');
}
