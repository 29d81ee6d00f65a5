import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';

/**
 * The next number of a series in a year, from 1, in the caller's transaction: others wait for its end, and if it is
 * rolled back the number is free again, so that a series has no gaps.
 */
export async function takeNumber(tx: Tx, ctx: Ctx, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into procedures.number_series (district, series, year, last)
    values (${ctx.district}, ${series}, ${year}, 1)
    on conflict (district, series, year) do update set last = procedures.number_series.last + 1
    returning last`.execute(tx);
  return rows[0]?.last as number;
}
