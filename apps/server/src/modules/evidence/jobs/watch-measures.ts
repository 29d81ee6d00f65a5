import { sql } from 'kysely';
import { inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { handlersNow, noticeTo, workingCalendarOf } from '../../../platform/procedures/index.ts';
import { keepMeasureClock } from '../commands/keep-measure-clock.ts';
import { measureDeadline, measureState } from '../domain/measure-clock.ts';
import { MEASURE, type MeasureRow } from '../repositories/measure-repository.ts';

/** Every day: last days worked out anew with the holidays known today, and the handlers told of measures that press or are past. */
export const watchMeasuresTask: JobTask = {
  task: 'evidence.watch-measures',
  label: { zh: '检查保全和强制措施期限', en: 'Watch the clocks of measures' },
  cancellable: false,
  maxAttempts: 3,
  everyMinutes: 24 * 60,
  due: async (ctx) => {
    const { rows } =
      await sql`select 1 from evidence.measure where district = ${ctx.district} and state = 'running' limit 1`.execute(
        ctx.db,
      );
    return rows.length > 0;
  },
  run: async (ctx) => {
    const calendar = await workingCalendarOf(ctx.db, ctx.district);
    const { rows } = await sql<MeasureRow>`select ${MEASURE} from evidence.measure m
      where m.district = ${ctx.district} and m.state = 'running' order by m.id`.execute(ctx.db);
    for (const row of rows) {
      const deadline = measureDeadline(row, calendar);
      const { standing, sentence } = measureState(row, deadline, ctx.today);
      await inTransaction(ctx, async (tx) => {
        await sql`update evidence.measure set due_on = ${deadline.dueOn}
          where district = ${ctx.district} and id = ${row.id} and state = 'running' and due_on is distinct from ${deadline.dueOn}::date`.execute(
          tx,
        );
        if (row.clockRound === null) await keepMeasureClock(tx, ctx, row.id);
        if (!['last-days', 'unlawful', 'lapsed'].includes(standing)) return;
        const text = `${row.number}（${row.holder}）：${sentence.zh}`;
        for (const { userId } of await handlersNow(tx, ctx.district, row.fileId)) {
          const told =
            await sql`select 1 from procedures.notice where district = ${ctx.district} and file_id = ${row.fileId} and user_id = ${userId}
            and text = ${text}`.execute(tx);
          if (told.rows.length === 0) await noticeTo(tx, ctx, { fileId: row.fileId, userId, text });
        }
      });
    }
  },
};
