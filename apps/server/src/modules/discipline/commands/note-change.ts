import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/register-version.ts';
import type { EntryRow } from '../repositories/entry-repository.ts';

/** Name of the register the facts of this module depend on. */
export const REGISTER = 'discipline';

/** Tells facts and other modules, in the transaction, that who stands on a list changes. */
export async function noteChange(
  tx: Tx,
  ctx: Ctx,
  entry: Pick<EntryRow, 'id' | 'party_id' | 'agency_id' | 'person_id'>,
): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, REGISTER);
  await markStale(tx, ctx, 'enterprise', sql`select ${entry.party_id}::uuid`);
  if (ctx.services.facts.subjects.has('agency'))
    await markStale(tx, ctx, 'agency', sql`select ${entry.agency_id}::uuid`);
  await publishEvent(tx, ctx, 'discipline.entry.changed', {
    entryId: entry.id,
    partyId: entry.party_id,
    agencyId: entry.agency_id,
    personId: entry.person_id,
  });
}
