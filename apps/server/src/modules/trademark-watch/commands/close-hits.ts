import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';

export const MATCH_ITEMS = 'trademark-watch.match-items';

export interface MatchOrder {
  readonly cause: 'import' | 'directory' | 'hand';
  /** Only these marks, over everything; absent: all marks. */
  readonly marks?: readonly string[];
  /** Rows looked through before as well. */
  readonly everything?: boolean;
}

/** Orders a look through the rows, in the caller's transaction; looks come one after the other. Returns the job's id. */
export async function orderMatch(tx: Tx, ctx: Ctx, order: MatchOrder): Promise<string> {
  return enqueueJob(tx, ctx, { task: MATCH_ITEMS, payload: { ...order }, queue: 'trademark-watch' });
}

/** Closes what nobody has judged of a mark that is watched no more; what was judged or acted on stays as it is. */
export async function closeHitsOfMark(tx: Tx, ctx: Ctx, markId: string, reason: string): Promise<number> {
  const { rows } =
    await sql`update trademark_watch.hit set state = 'closed', closed_reason = ${reason}, last_seen = greatest(last_seen, ${ctx.now})
    where district = ${ctx.district} and mark_id = ${markId} and state = 'open' returning id`.execute(tx);
  return rows.length;
}
