import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../context/context.ts';
import type { JobTask } from '../jobs/job-task.ts';

/** Who may start a failed job anew. */
const RETRY = 'platform.job.cancel';

const MOST_TITLE = 80;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

async function mayRetry(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean;
  }>`select exists (select 1 from platform.user_role where district = ${ctx.district}
    and user_id = ${ctx.actor.userId} and role = any(${[...ctx.services.rolesHolding(RETRY)]}::text[])) as may`.execute(
    ctx.db,
  );
  return rows[0]?.may === true;
}

/**
 * A task that does what one module ordered of another: when it has failed for good, whoever ordered it is told why, and whoever
 * may start it anew. `title` and `href` of its payload say what it was about.
 */
export const tellingFailure = (task: JobTask): JobTask => ({
  ...task,
  async failed(ctx, payload, sentence) {
    const title = textOf(payload.title);
    const what = `“${task.label.zh}”${title === null ? '' : `（${title.slice(0, MOST_TITLE)}）`}多次未能完成：${sentence}`;
    const { userId, displayName } = ctx.actor;
    await inTransaction(ctx, async (tx) => {
      const tell = (receiver: 'officers' | 'person', text: string, href: string) =>
        sql`insert into procedures.notice (district, id, file_id, seq, receiver, user_id, permission, text, href, at)
          values (${ctx.district}, ${uuidv7()}, null, 1, ${receiver}, ${receiver === 'person' ? userId : null},
            ${receiver === 'officers' ? RETRY : null}, ${text}, ${href}, ${ctx.now})`.execute(tx);
      await tell(
        'officers',
        `${what}（由${displayName}发起，对方尚未收到）。排除原因后请在后台任务中重试。`,
        `/jobs?state=failed&task=${encodeURIComponent(task.task)}`,
      );
      if (userId !== null && !(await mayRetry({ ...ctx, db: tx as Ctx['db'] })))
        await tell(
          'person',
          `${what}。对方尚未收到，已通知可以重试的人员。`,
          textOf(payload.href) ?? '/protection/desk',
        );
    });
  },
});
