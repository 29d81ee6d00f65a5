import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { projectRows } from '../repositories/row-repository.ts';

/** After any change of cases, in its transaction: their lines in the list, and the facts of their parties. */
export async function settleCases(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<void> {
  await projectRows(tx, ctx.district, ids);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select distinct x.id from cases.party p cross join lateral (values (p.party_id), (p.survivor_party_id)) x (id)
      where p.district = ${ctx.district} and p.case_id = any(${[...ids]}::uuid[]) and p.side = 'suspect' and x.id is not null`,
  );
}
