import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { JobTask } from '../../jobs/job-task.ts';
import { readSecurityParameters } from '../security-parameters.ts';

/** Removes sessions past their end and counts of failures that no longer lock. */
export async function pruneSessions(ctx: Ctx): Promise<void> {
  const { lockMinutes } = await readSecurityParameters(ctx);
  await inTransaction(ctx, async (tx) => {
    await sql`delete from platform.session where district = ${ctx.district} and expires_at < ${ctx.now}`.execute(tx);
    await sql`delete from platform.sign_in_guard where district = ${ctx.district}
      and last_failed_at < ${ctx.now}::timestamptz - make_interval(mins => ${2 * lockMinutes}::int)
      and (locked_until is null or locked_until < ${ctx.now})`.execute(tx);
  });
}

export const pruneSessionsTask: JobTask = {
  task: 'identity.prune-sessions',
  label: { zh: '清理过期会话', en: 'Remove ended sessions' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'identity',
  everyMinutes: 60,
  run: (ctx) => pruneSessions(ctx),
};
