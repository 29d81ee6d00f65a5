import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { LISTED } from '../procedure/entry-states.ts';

async function listRunOut(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select f.id from discipline.entry e
    join procedures.file f on f.district = e.district and f.id = e.file_id
    where e.district = ${ctx.district} and f.state = any(${[...LISTED]}::text[]) and e.until_on < ${ctx.today} and e.ended_on is null
    order by f.id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Closes the files of entries that have run out. Nothing depends on it: effects end by their days. Returns how many. */
export async function concludeEntries(reader: Ctx): Promise<number> {
  const ctx: Ctx = { ...reader, actor: systemActor };
  const ids = await listRunOut(ctx);
  for (const id of ids) await inTransaction(ctx, (tx) => performAction(tx, ctx, id, 'conclude'));
  return ids.length;
}

export const concludeEntriesTask: JobTask = {
  task: 'discipline.conclude-entries',
  label: { zh: '惩戒届满归档', en: 'Close entries of discipline that have run out' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'discipline',
  everyMinutes: 60,
  due: async (ctx) => (await listRunOut(ctx)).length > 0,
  async run(ctx) {
    await concludeEntries(ctx);
  },
};
