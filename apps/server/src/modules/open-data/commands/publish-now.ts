import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { publishDatasetsTask } from '../jobs/publish-datasets.ts';
import { DATASET_PUBLISH } from '../open-data.catalogue.ts';

/** Orders a look at every dataset without waiting for an event. Returns the job. */
export async function publishDatasets(ctx: Ctx): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const jobId = await enqueueJob(tx, ctx, { task: publishDatasetsTask.task, payload: {}, queue: 'open-data' });
    await writeAudit(tx, ctx, { action: DATASET_PUBLISH, details: { jobId } });
    return jobId;
  });
}
