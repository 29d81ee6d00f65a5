import { Logger, runOnce, type TaskList } from 'graphile-worker';
import type { Services } from '../context/context.ts';
import type { JobTask } from './job-task.ts';
import { recoverDeadRuns, wrapTask } from './run-worker.ts';

/** Runs every waiting job here and now and returns when none is left: for the command line, first start and tests. */
export async function drainJobs(services: Services, tasks: ReadonlyMap<string, JobTask>): Promise<void> {
  await recoverDeadRuns(services.db);
  const taskList: TaskList = Object.fromEntries(
    [...tasks.values()].map((task) => [task.task, wrapTask(services, task)]),
  );
  await runOnce({ pgPool: services.pool, taskList, noHandleSignals: true, logger: new Logger(() => () => undefined) });
}
