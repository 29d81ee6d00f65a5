import { inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { rebuildRegister } from '../repositories/rebuild-register.ts';

/** After the market register changed: names, towns and states of agencies follow it. */
export const rebuildRegisterTask: JobTask = {
  task: 'agencies.rebuild-register',
  label: { zh: '按市场主体登记更新服务机构登记簿', en: 'Bring agencies in line with the market register' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'agencies',
  run: (ctx) => inTransaction(ctx, (tx) => rebuildRegister(tx, ctx, '市场主体登记')),
};
