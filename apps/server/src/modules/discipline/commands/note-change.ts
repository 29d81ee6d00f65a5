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
  await markStale(
    tx,
    ctx,
    'agency',
    sql`select a.id from agencies.agency a where a.district = ${ctx.district} and (a.id = ${entry.agency_id} or a.party_id = ${entry.party_id})
      union select p.agency_id from agencies.practice p where p.district = ${ctx.district} and p.person_id = ${entry.person_id}`,
  );
  await publishEvent(tx, ctx, 'discipline.entry.changed', {
    entryId: entry.id,
    partyId: entry.party_id,
    agencyId: entry.agency_id,
    personId: entry.person_id,
  });
}
