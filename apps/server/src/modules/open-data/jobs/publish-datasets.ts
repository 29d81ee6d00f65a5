import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { publishDataset } from '../commands/publish-dataset.ts';
import { DATASETS } from '../datasets/index.ts';

const TASK = 'open-data.publish-datasets';

/** A later run waits already: what one would publish now, that one publishes as well. */
async function laterRunWaits(ctx: Ctx, runId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from platform.job_run where district = ${ctx.district} and task = ${TASK} and state = 'queued'
    and id > ${runId}::uuid limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Publishes whatever became public since the last version; ordered by the events of approval, and hourly for what a new day changes. */
export const publishDatasetsTask: JobTask = {
  task: TASK,
  label: { zh: '发布开放数据', en: 'Publish open data' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'open-data',
  everyMinutes: 60,
  run: async (ctx, _payload, control) => {
    if (await laterRunWaits(ctx, control.runId)) return;
    const failed: unknown[] = [];
    for (const [at, dataset] of DATASETS.entries()) {
      await control.progress(at, DATASETS.length, dataset.title.zh);
      // One dataset that cannot be read keeps none of the others back.
      await publishDataset(ctx, dataset).catch((error: unknown) => {
        ctx.services.log.error({ err: error, dataset: dataset.code }, 'dataset not published');
        failed.push(error);
      });
    }
    if (failed.length > 0) throw failed[0];
  },
};
