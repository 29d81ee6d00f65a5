import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { SIGNAL_SEARCH } from '../filing-supervision.catalogue.ts';
import type { SearchMode } from '../jobs/search-filings.ts';
import { SEARCH_TASK } from '../jobs/task-names.ts';

/** Orders a search of all filings. Returns the id of the job. */
export async function searchSignals(ctx: Ctx, mode: SearchMode): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const jobId = await enqueueJob(tx, ctx, { task: SEARCH_TASK, payload: { mode }, queue: 'filing-supervision' });
    await writeAudit(tx, ctx, { action: SIGNAL_SEARCH, subject: { kind: 'job', id: jobId }, details: { mode } });
    return jobId;
  });
}
