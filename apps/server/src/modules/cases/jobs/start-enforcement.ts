import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { handlersNow, moveClock, noticeTo } from '../../../platform/procedures/index.ts';
import { owedOf } from '../domain/owed.ts';
import { findCase } from '../repositories/case-repository.ts';
import { findDecision, listEntries } from '../repositories/entry-repository.ts';

/** Cases whose time to sue has run out, with its last day. */
async function listUnsued(ctx: Ctx): Promise<readonly { id: string; number: string; dueOn: string }[]> {
  const { rows } = await sql<{ id: string; number: string; dueOn: string }>`select f.id, f.number, k.due_on as "dueOn"
    from procedures.clock k join procedures.file f on f.district = k.district and f.id = k.file_id
    where k.district = ${ctx.district} and k.clock = 'suit' and k.stopped_on is null and k.due_on < ${ctx.today}::date
      and f.procedure = 'cases.case' and f.closed_at is null order by k.due_on, f.id`.execute(ctx.db);
  return rows;
}

/**
 * The day after the last one for a suit: what is still owed can be enforced by the court from then on, for the time of the
 * law. Safe to repeat: the clock of the suit is stopped with it.
 */
export async function startEnforcement(ctx: Ctx): Promise<number> {
  let started = 0;
  for (const { id, number, dueOn } of await listUnsued(ctx))
    await inTransaction(ctx, async (tx) => {
      await findCase(tx, ctx.district, id, true);
      const owed = owedOf(await findDecision(tx, ctx.district, id), await listEntries(tx, ctx.district, id));
      await moveClock(tx, ctx, id, 'reconsideration', { type: 'stop', on: dueOn });
      await moveClock(tx, ctx, id, 'suit', { type: 'stop', on: dueOn });
      if (owed <= 0) return;
      await moveClock(tx, ctx, id, 'enforcement', { type: 'start', on: dueOn });
      started += 1;
      const text = `${number}：起诉期限已于 ${dueOn} 届满，罚没款尚未缴清。请催告当事人履行；仍不履行的，在期限内申请法院强制执行。`;
      for (const { userId } of await handlersNow(tx, ctx.district, id))
        await noticeTo(tx, ctx, { fileId: id, userId, text });
    });
  return started;
}

export const startEnforcementTask: JobTask = {
  task: 'cases.start-enforcement',
  label: { zh: '起诉期满后开始计算申请强制执行期限', en: 'Start the time to ask the court after the time to sue' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'cases',
  everyMinutes: 24 * 60,
  due: async (ctx) => (await listUnsued(ctx)).length > 0,
  run: async (ctx) => {
    await startEnforcement(ctx);
  },
};
