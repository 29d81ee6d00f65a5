import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';

export const NOTICES_TASK = 'agency-credit.write-notices';

/** Has the papers of preliminary results written; one job that has not begun writes them for all files of a round. */
export async function orderNotices(tx: Tx, ctx: Ctx): Promise<void> {
  const { rows } = await sql`select 1 from platform.job_run
    where district = ${ctx.district} and task = ${NOTICES_TASK} and state = 'queued' limit 1`.execute(tx);
  if (rows.length === 0) await enqueueJob(tx, ctx, { task: NOTICES_TASK, payload: {}, queue: 'agency-credit' });
}
