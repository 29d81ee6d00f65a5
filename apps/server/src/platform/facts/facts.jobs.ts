import { type Ctx, inTransaction } from '../context/context.ts';
import type { JobTask } from '../jobs/job-task.ts';
import { readStates } from './freshness.ts';
import { orderRefresh, REFRESH_TASK } from './mark-stale.ts';
import { refreshFacts, tidyFacts } from './refresh-facts.ts';
import { syncFactTables } from './sync-fact-tables.ts';

/** Whether any facts are missing, of another day, of another catalogue, or behind their registers. */
export async function factsAreDue(ctx: Ctx): Promise<boolean> {
  const entries = [...ctx.services.facts.subjects.values()];
  const states = await readStates(ctx.db, ctx, entries);
  return entries.some(({ subject }) => {
    const state = states.get(subject.subject);
    return state === undefined || state.asOf !== ctx.today || state.marked || state.outdated;
  });
}

/** At start: brings the tables in line with the catalogue and orders what is to be computed. */
export async function prepareFacts(ctx: Ctx): Promise<void> {
  await syncFactTables(ctx);
  if (await factsAreDue(ctx)) await inTransaction(ctx, (tx) => orderRefresh(tx, ctx));
}

/** Ordered by whoever marks; by itself on a new day, after an update, and for what a failed run left. */
export const refreshFactsTask: JobTask = {
  task: REFRESH_TASK,
  label: { zh: '更新当日事实', en: "Refresh today's facts" },
  cancellable: false,
  maxAttempts: 5,
  queue: 'facts',
  everyMinutes: 3,
  due: factsAreDue,
  async run(ctx, _payload, control) {
    const refreshed = await refreshFacts(ctx, (done, total) => control.progress(done, total));
    if (refreshed?.whole) await tidyFacts(ctx, refreshed.subjects);
  },
};
