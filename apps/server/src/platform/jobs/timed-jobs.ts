import { sql } from 'kysely';
import { inTransaction, type Services, systemContext } from '../context/context.ts';
import { enqueueJob } from './enqueue-job.ts';
import type { JobTask } from './job-task.ts';

const LOOK_EVERY_MS = 60_000;

/** Whether a timed task ran within its interval; the row lock keeps two workers from ordering it twice. */
async function orderIfDue(services: Services, task: JobTask, everyMinutes: number): Promise<void> {
  const ctx = systemContext(services, `timed-${task.task}`);
  if (task.due !== undefined && !(await task.due(ctx))) return;
  await inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`timed:${ctx.district}:${task.task}`}, 0))`.execute(tx);
    const { rows } = await sql`select 1 from platform.job_run where district = ${ctx.district} and task = ${task.task}
      and (state in ('queued', 'running') or queued_at > now() - make_interval(mins => ${everyMinutes}))`.execute(tx);
    if (rows.length === 0)
      await enqueueJob(tx, ctx, {
        task: task.task,
        payload: {},
        ...(task.queue === undefined ? {} : { queue: task.queue }),
      });
  });
}

/** Orders tasks that declare an interval when it has passed. Returns how to stop. */
export function startTimedJobs(services: Services, tasks: ReadonlyMap<string, JobTask>): () => void {
  const timed = [...tasks.values()].filter((task) => task.everyMinutes !== undefined);
  const look = () => {
    for (const task of timed) {
      orderIfDue(services, task, task.everyMinutes as number).catch((error: unknown) =>
        services.log.error({ err: error, task: task.task }, 'timed job not ordered'),
      );
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
