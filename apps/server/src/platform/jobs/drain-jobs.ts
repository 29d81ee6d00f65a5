import { Logger, runOnce, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Services } from '../context/context.ts';
import type { JobTask } from './job-task.ts';
import { recoverDeadRuns, wrapTask } from './run-worker.ts';

/** A queue whose row is held at the moment is passed over, so one run may end while jobs wait. */
const MOST_RUNS = 20;

async function areJobsLeft({ db }: Services): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`select exists (select from graphile_worker.jobs
    where locked_at is null and run_at <= now() and attempts = 0) as left`.execute(db);
  return rows[0]?.left === true;
}

/** Runs every waiting job here and now and returns when none is left: for the command line, first start and tests. */
export async function drainJobs(services: Services, tasks: ReadonlyMap<string, JobTask>): Promise<void> {
  await recoverDeadRuns(services, tasks);
  const taskList: TaskList = Object.fromEntries(
    [...tasks.values()].map((task) => [task.task, wrapTask(services, task)]),
  );
  const logger = new Logger(() => () => undefined);
  for (let run = 0; run < MOST_RUNS; run++) {
    await runOnce({ pgPool: services.pool, taskList, noHandleSignals: true, logger });
    if (!(await areJobsLeft(services))) return;
  }
}
