import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { loadNamedAgencies, resolveReferences } from './resolve-references.ts';

/** Links the rows of a list to agencies and says that all facts of agencies may have changed: they are few. */
export async function announceFollowing(
  tx: Tx,
  ctx: Ctx,
  register: 'agency-people' | 'agency-grounds' | 'agency-reports',
): Promise<void> {
  await resolveReferences(tx, ctx, await loadNamedAgencies(tx, ctx.district));
  await markStale(
    tx,
    ctx,
    'agency',
    sql`select a.id from agencies.agency a where a.district = ${ctx.district} and not a.gone and a.merged_into is null`,
  );
  await bumpRegisterVersion(tx, ctx.district, register);
}
