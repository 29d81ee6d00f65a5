import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/register-version.ts';

/** Name of the register the facts of this module depend on. */
export const REGISTER = 'inspections';

/** Tells facts, in the transaction, that something was changed that concerns this party or agency. */
export async function noteChange(
  tx: Tx,
  ctx: Ctx,
  of: { readonly partyId: string | null; readonly agencyId?: string | null },
): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, REGISTER);
  await markStale(tx, ctx, 'enterprise', sql`select ${of.partyId}::uuid`);
  await markStale(tx, ctx, 'agency', sql`select ${of.agencyId ?? null}::uuid`);
}

export const noteInspected = (
  tx: Tx,
  ctx: Ctx,
  task: { readonly party_id: string | null; readonly agency_id: string | null },
): Promise<void> => noteChange(tx, ctx, { partyId: task.party_id, agencyId: task.agency_id });
