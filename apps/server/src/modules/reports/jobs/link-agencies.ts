import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { linkReports } from '../commands/link-agency.ts';

/** When the register of agencies changes, what reports name is looked up again. */
export const linkAgenciesTask: JobTask = {
  task: 'reports.link-agencies',
  label: { zh: '核对举报所指的服务机构', en: 'Link reports to the agencies they name' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'reports',
  async run(ctx) {
    await linkReports(ctx);
  },
};
