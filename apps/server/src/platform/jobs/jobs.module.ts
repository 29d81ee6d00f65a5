import { sql } from 'kysely';
import { writeAudit } from '../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { bind, type ModuleDefinition } from '../module.ts';
import { addToQueue } from './enqueue-job.ts';
import { findJobRun, listJobRuns, type TaskCatalogue, toJobRun } from './job-repository.ts';

async function getJob(ctx: Ctx, id: string, tasks: TaskCatalogue) {
  const row = await findJobRun(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  return toJobRun(row, tasks, ctx.now.getTime());
}

async function cancelJob(ctx: Ctx, id: string, tasks: TaskCatalogue): Promise<{ ok: true }> {
  const job = await getJob(ctx, id, tasks);
  if (!job.cancellable) throw new AppError('platform.job.not-cancellable', { state: job.state });
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.job_run set cancel_requested = true where district = ${ctx.district} and id = ${id}`.execute(
      tx,
    );
    await writeAudit(tx, ctx, { action: 'platform.job.cancel', subject: { kind: 'job', id, label: job.label } });
  });
  return { ok: true };
}

async function retryJob(ctx: Ctx, id: string, tasks: TaskCatalogue) {
  const job = await getJob(ctx, id, tasks);
  if (!job.retryable) throw new AppError('platform.job.not-retryable', { state: job.state });
  const definition = tasks.get(job.task);
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.job_run set state = 'queued', cancel_requested = false, error = null, finished_at = null, started_at = null, done = 0
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await addToQueue(tx, {
      district: ctx.district,
      runId: id,
      task: job.task,
      ...(definition?.queue === undefined ? {} : { queue: definition.queue }),
      maxAttempts: definition?.maxAttempts ?? 3,
    });
    await writeAudit(tx, ctx, { action: 'platform.job.retry', subject: { kind: 'job', id, label: job.label } });
  });
  return getJob(ctx, id, tasks);
}

/** Routes over the history of background work. `tasks` is filled by the composition root after all modules are known. */
export function jobsModule(tasks: TaskCatalogue): ModuleDefinition {
  const read = 'platform.job.read';
  return {
    name: 'jobs',
    permissions: [
      {
        code: read,
        label: { zh: '查看后台任务', en: 'See background jobs' },
        roles: ['ip-officer', 'director', 'reviewer', 'liaison', 'system-admin'],
        // Progress and file names of runs, no records: those who keep the machine running need them too.
        shared: true,
      },
      {
        code: 'platform.job.cancel',
        label: { zh: '停止或重试后台任务', en: 'Stop or retry background jobs' },
        roles: ['ip-officer', 'system-admin'],
        shared: true,
      },
    ],
    errors: {
      'platform.job.not-cancellable': {
        status: 409,
        zh: '该任务已结束或不能中途停止。',
        en: 'This job has ended or cannot be stopped.',
      },
      'platform.job.not-retryable': {
        status: 409,
        zh: '只有失败或已停止的任务可以重试。',
        en: 'Only failed or stopped jobs can be retried.',
      },
      'platform.job.stopped': {
        status: 503,
        zh: '服务正在停止，任务将在重启后继续。',
        en: 'The service is stopping; the job continues after restart.',
      },
    },
    actions: {
      'platform.job.cancel': { zh: '停止后台任务', en: 'Stop a job' },
      'platform.job.retry': { zh: '重试后台任务', en: 'Retry a job' },
    },
    routes: [
      bind('listJobs', read, async (ctx, { query }) => {
        const { rows, total } = await listJobRuns(ctx.db, ctx.district, {
          states: query.state,
          tasks: query.task,
          limit: query.pageSize,
          offset: (query.page - 1) * query.pageSize,
        });
        const items = rows.map((row) => toJobRun(row, tasks, ctx.now.getTime()));
        return { items, total, page: query.page, pageSize: query.pageSize };
      }),
      bind('getJob', read, (ctx, { params }) => getJob(ctx, params.id, tasks)),
      bind('cancelJob', 'platform.job.cancel', (ctx, { params }) => cancelJob(ctx, params.id, tasks)),
      bind('retryJob', 'platform.job.cancel', (ctx, { params }) => retryJob(ctx, params.id, tasks)),
    ],
  };
}
