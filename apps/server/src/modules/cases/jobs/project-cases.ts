import { inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { projectRows } from '../repositories/row-repository.ts';

/** A holiday notice moves last days: the lines of all cases are written anew. */
export const projectCasesTask: JobTask = {
  task: 'cases.project-cases',
  label: { zh: '更新案件清单期限', en: 'Bring the list of cases in line' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'cases',
  run: async (ctx) => inTransaction(ctx, (tx) => projectRows(tx, ctx.district)),
};
