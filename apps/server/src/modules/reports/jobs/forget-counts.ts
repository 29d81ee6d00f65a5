import { sql } from 'kysely';
import { inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { forgetEarlierDays } from '../repositories/limit-repository.ts';

/** What was counted against abuse is of the day alone. */
export const forgetCountsTask: JobTask = {
  task: 'reports.forget-counts',
  label: { zh: '清除举报来源计数', en: 'Forget counts of senders' },
  cancellable: false,
  maxAttempts: 3,
  everyMinutes: 180,
  due: async (ctx) => {
    const { rows } =
      await sql`select 1 from reports.address_day where district = ${ctx.district} and on_day < ${ctx.today}
      limit 1`.execute(ctx.db);
    return rows.length > 0;
  },
  run: (ctx) => inTransaction(ctx, (tx) => forgetEarlierDays(tx, ctx.district, ctx.today)),
};
