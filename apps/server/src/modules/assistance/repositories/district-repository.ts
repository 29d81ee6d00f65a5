import { sql } from 'kysely';
import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** Other districts that work in this installation. */
export async function listOtherDistricts(db: Db, ctx: Ctx): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{
    code: string;
    name: string;
  }>`select code, name from platform.district where code <> ${ctx.district} order by code`.execute(db);
  return rows;
}

/**
 * Runs `work` as the system of another district of the installation, in the caller's transaction: both sides are written or none.
 * Row-level security follows the district and comes back to the caller's.
 */
export async function asDistrict<T>(tx: Tx, ctx: Ctx, district: string, work: (there: Ctx) => Promise<T>): Promise<T> {
  const turn = (code: string) => sql`select set_config('jince.district', ${code}, true)`.execute(tx);
  const displayName = `${ctx.services.district.name} ${ctx.actor.displayName}`;
  await turn(district);
  try {
    return await work({ ...ctx, db: tx as never, district, actor: { ...systemActor, displayName } });
  } finally {
    await turn(ctx.district);
  }
}
