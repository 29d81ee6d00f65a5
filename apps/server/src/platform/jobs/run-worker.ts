import { type JobHelpers, Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { type Actor, type Services, systemContext } from '../context/context.ts';
import type { Database } from '../database/database.ts';
import { AppError } from '../errors/errors.ts';
import { JobCancelled, type JobControl, type JobTask } from './job-task.ts';

const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_SECONDS = 25;
const PROGRESS_EVERY_MS = 300;
/** What people are told of an error that has no sentence for them. */
const UNEXPECTED = '处理时出现系统错误，详情见后台任务';

interface RunRow {
  readonly payload: unknown;
  readonly state: string;
  readonly cancel_requested: boolean;
  readonly actor: Pick<Actor, 'userId' | 'username' | 'displayName' | 'organisationId'>;
}

async function notify(db: Database, district: string, id: string): Promise<void> {
  await sql`select pg_notify('jince_job', ${JSON.stringify({ district, id })})`.execute(db);
}

/** Progress and cancelling for one run; at most one write per {@link PROGRESS_EVERY_MS}. */
function controlOf(db: Database, district: string, runId: string, signal: AbortSignal): JobControl {
  let lastWrite = 0;
  let lastCheck = 0;
  return {
    runId,
    signal,
    async progress(done, total, message) {
      const now = Date.now();
      if (now - lastWrite < PROGRESS_EVERY_MS && done !== total) return;
      lastWrite = now;
      await sql`update platform.job_run set done = ${Math.round(done)}, total = ${total}, message = coalesce(${message ?? null}, message), heartbeat_at = now()
        where district = ${district} and id = ${runId}`.execute(db);
      await notify(db, district, runId);
    },
    async checkCancelled() {
      if (signal.aborted) throw new AppError('platform.job.stopped');
      const now = Date.now();
      if (now - lastCheck < PROGRESS_EVERY_MS) return;
      lastCheck = now;
      const { rows } = await sql<{ cancel_requested: boolean }>`
        select cancel_requested from platform.job_run where district = ${district} and id = ${runId}`.execute(db);
      if (rows[0]?.cancel_requested) throw new JobCancelled();
    },
  };
}

async function finish(
  db: Database,
  district: string,
  runId: string,
  state: string,
  error: string | null,
): Promise<void> {
  await sql`update platform.job_run set state = ${state}, error = ${error}, finished_at = now(), heartbeat_at = null,
      done = case when ${state} = 'succeeded' and total is not null then total else done end
    where district = ${district} and id = ${runId}`.execute(db);
  await notify(db, district, runId);
}

const contextOf = (services: Services, runId: string, actor: RunRow['actor']) =>
  systemContext(services, `job-${runId}`, { ...actor, grants: [], permissions: new Set(), sessionId: null });

/** Lets the task say that it has failed for good; that this fails, too, is only logged. */
async function giveUp(
  services: Services,
  task: JobTask | undefined,
  run: { readonly id: string; readonly payload: unknown; readonly actor: RunRow['actor'] },
  sentence: string,
): Promise<void> {
  await task
    ?.failed?.(contextOf(services, run.id, run.actor), run.payload as Readonly<Record<string, unknown>>, sentence)
    .catch((error: unknown) =>
      services.log.error({ err: error, task: task.task, runId: run.id }, 'failure of a job not told'),
    );
}

/** Wraps a task so that its run is recorded: state, attempts, heartbeat, the sentence of its failure. */
export function wrapTask(services: Services, task: JobTask) {
  return async (raw: unknown, helpers: JobHelpers): Promise<void> => {
    const { district, runId } = raw as { district: string; runId: string };
    const { db } = services;
    const { rows } = await sql<RunRow>`update platform.job_run
      set state = 'running', started_at = coalesce(started_at, now()), heartbeat_at = now(), attempts = attempts + 1,
          worker_id = ${helpers.job.locked_by ?? null}, error = null, finished_at = null
      where district = ${district} and id = ${runId} and state in ('queued', 'running', 'interrupted')
      returning payload, state, cancel_requested, actor`.execute(db);
    const row = rows[0];
    if (row === undefined) return;
    if (row.cancel_requested) return finish(db, district, runId, 'cancelled', null);
    await notify(db, district, runId);
    const beat = setInterval(() => {
      sql`update platform.job_run set heartbeat_at = now() where district = ${district} and id = ${runId}`
        .execute(db)
        .catch(() => undefined);
    }, HEARTBEAT_MS);
    const ctx = contextOf(services, runId, row.actor);
    try {
      await task.run(ctx, row.payload as never, controlOf(db, district, runId, helpers.abortSignal));
      await finish(db, district, runId, 'succeeded', null);
    } catch (error) {
      if (error instanceof JobCancelled) return await finish(db, district, runId, 'cancelled', null);
      const sentence =
        error instanceof AppError
          ? services.sentence(error, 'zh').text
          : error instanceof Error
            ? error.message
            : String(error);
      const stopped = error instanceof AppError && error.code === 'platform.job.stopped';
      const final = (error instanceof AppError && !stopped) || helpers.job.attempts >= helpers.job.max_attempts;
      await finish(db, district, runId, final ? 'failed' : 'queued', sentence);
      services.log.error({ err: error, task: task.task, runId }, 'job failed');
      if (final) await giveUp(services, task, { id: runId, ...row }, error instanceof AppError ? sentence : UNEXPECTED);
      // A refusal with a sentence will not go away by trying again; a stop of the service, and anything else, may.
      if (!final) throw error;
    } finally {
      clearInterval(beat);
    }
  };
}

/** What killed its process every time it was tried would do so again: it ends here, and a person may start it anew. */
async function giveUpExhausted(services: Services, tasks: ReadonlyMap<string, JobTask>): Promise<void> {
  const sentence =
    '执行时服务多次中断，已停止自动重试，没有留下改到一半的内容。可在任务页重试；若再次中断请联系管理员。';
  const { rows } = await sql<{
    district: string;
    id: string;
    task: string;
    payload: unknown;
    actor: RunRow['actor'];
  }>`
    update platform.job_run r set state = 'failed', error = ${sentence}, finished_at = now()
    from graphile_worker.jobs j
    where r.state = 'interrupted' and j.key = r.id::text and j.attempts >= j.max_attempts and j.locked_by is null
    returning r.district, r.id, r.task, r.payload, r.actor`.execute(services.db);
  for (const row of rows) {
    await notify(services.db, row.district, row.id);
    if (row.district === services.district.code) await giveUp(services, tasks.get(row.task), row, sentence);
  }
}

/** Runs whose worker died (killed process, lost machine) are given back to the queue. Returns how many. */
export async function recoverDeadRuns(
  services: Services,
  tasks: ReadonlyMap<string, JobTask> = new Map(),
): Promise<number> {
  const { db } = services;
  const { rows } = await sql<{ district: string; id: string; worker_id: string | null }>`
    update platform.job_run set state = 'interrupted', heartbeat_at = null
    where state = 'running' and (heartbeat_at is null or heartbeat_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS}))
    returning district, id, worker_id`.execute(db);
  const workers = [...new Set(rows.map((row) => row.worker_id).filter((id) => id !== null))];
  if (workers.length > 0) await sql`select graphile_worker.force_unlock_workers(${workers}::text[])`.execute(db);
  for (const row of rows) await notify(db, row.district, row.id);
  await giveUpExhausted(services, tasks);
  return rows.length;
}

/**
 * Starts the job runner of this process.
 * @param concurrency jobs at the same time; each may use a whole core
 */
export async function runWorker(
  services: Services,
  pool: pg.Pool,
  tasks: readonly JobTask[],
  concurrency = 2,
): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(tasks.map((task) => [task.task, wrapTask(services, task)]));
  const byName = new Map(tasks.map((task) => [task.task, task]));
  await recoverDeadRuns(services, byName);
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => () => undefined),
  });
  const sweep = setInterval(() => {
    recoverDeadRuns(services, byName).catch((error: unknown) =>
      services.log.error({ err: error }, 'job recovery failed'),
    );
  }, 15_000);
  sweep.unref();
  runner.promise.finally(() => clearInterval(sweep)).catch(() => undefined);
  return runner;
}
