import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { closingDay } from '../queries/closing-day.ts';
import { listOpenLists, setClosesOn } from '../repositories/publicity-repository.ts';

async function listExpired(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select f.id from procedures.file f
    join procedures.clock k on k.district = f.district and k.file_id = f.id and k.clock = 'publicity' and k.stopped_on is null
    where f.district = ${ctx.district} and f.procedure = 'subsidies.claim' and f.state = 'publicised' and k.due_on < ${ctx.today}
    order by f.id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Moves claims whose publicity has run out to release. Returns how many. */
export async function concludePublicity(reader: Ctx): Promise<number> {
  const ctx: Ctx = { ...reader, actor: systemActor };
  const ids = await listExpired(ctx);
  for (const id of ids) await inTransaction(ctx, (tx) => performAction(tx, ctx, id, 'conclude-publicity'));
  return ids.length;
}

export const concludePublicityTask: JobTask = {
  task: 'subsidies.conclude-publicity',
  label: { zh: '公示期满转待下达', en: 'Conclude publicity that has run out' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'subsidies',
  everyMinutes: 60,
  due: async (ctx) => (await listExpired(ctx)).length > 0,
  async run(ctx) {
    await concludePublicity(ctx);
  },
};

/** After a holiday notice: the last day of every open list is read again. */
export const rereadListsTask: JobTask = {
  task: 'subsidies.reread-lists',
  label: { zh: '按节假日安排重算公示期', en: 'Read the publicity of lists again' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'subsidies',
  async run(ctx) {
    await inTransaction(ctx, async (tx) => {
      for (const list of await listOpenLists(tx, ctx.district, ctx.today)) {
        const { on } = await closingDay({ ...ctx, db: tx }, list.openedOn, list.workingDays);
        if (on !== list.closesOn) await setClosesOn(tx, ctx.district, list.id, on);
      }
    });
  },
};
