import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import { classifyPatents, isClassifiedWith, loadStrategicTable } from '../repositories/strategic-repository.ts';

/**
 * After the table of strategic industries changed, by a file or with a new version of the program: every patent is
 * classified again. Looked at once a day; without a change it does nothing.
 */
export const classifyStrategicTask: JobTask = {
  task: 'ip-rights.classify-strategic',
  label: { zh: '按战略性新兴产业分类专利', en: 'Classify patents by strategic industry' },
  cancellable: false,
  maxAttempts: 3,
  // One after the other with what writes patents.
  queue: 'apply-imports',
  everyMinutes: 1440,
  run: async (ctx: Ctx, _payload: never, control: JobControl) => {
    const changed = await inTransaction(ctx, async (tx) => {
      const table = await loadStrategicTable(tx, ctx.district);
      if (await isClassifiedWith(tx, ctx.district, table.hash)) return 0;
      return classifyPatents(tx, ctx, table, (done, total) => control.progress(done, total, '正在分类专利'));
    });
    await control.progress(changed, changed, `更新 ${changed} 件`);
  },
};
