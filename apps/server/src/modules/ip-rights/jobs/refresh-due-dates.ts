import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import { refreshPassedDue } from '../repositories/annuity-repository.ts';

/** Once a day: annual fees whose due day has passed make way for what is owed now. */
export const refreshDueDatesTask: JobTask = {
  task: 'ip-rights.refresh-due-dates',
  label: { zh: '更新专利年费期限', en: 'Refresh due dates of annual fees' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'apply-imports',
  everyMinutes: 360,
  run: async (ctx: Ctx, _payload: never, control: JobControl) => {
    const changed = await inTransaction(ctx, (tx) => refreshPassedDue(tx, ctx));
    await control.progress(changed, changed, '已更新');
  },
};
