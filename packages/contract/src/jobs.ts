import { z } from 'zod';
import { csvList, idParams, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const jobState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted']);
export const jobRun = z.object({
  id: uuid,
  task: z.string(),
  label: z.string(),
  state: jobState,
  /** Units done and, when known, units in all (rows for an import). */
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** Seconds left by the present rate; null when unknown. */
  secondsLeft: z.number().nullable(),
  message: z.string().nullable(),
  error: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  attempts: z.number().int(),
  actorName: z.string().nullable(),
  queuedAt: timestamp,
  startedAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
  cancellable: z.boolean(),
  retryable: z.boolean(),
});
export type JobRun = z.output<typeof jobRun>;

export const jobRoutes = {
  listJobs: route({
    method: 'GET',
    path: '/api/jobs',
    summary: 'Job runs, newest first',
    query: pageQuery.extend({ state: csvList.optional(), task: csvList.optional() }),
    response: pageOf(jobRun),
  }),
  getJob: route({ method: 'GET', path: '/api/jobs/:id', summary: 'One job run', params: idParams, response: jobRun }),
  cancelJob: route({
    method: 'POST',
    path: '/api/jobs/:id/cancel',
    summary: 'Ask a run to stop',
    params: idParams,
    response: ok,
  }),
  retryJob: route({
    method: 'POST',
    path: '/api/jobs/:id/retry',
    summary: 'Run a failed job again',
    params: idParams,
    response: jobRun,
  }),
  streamJobs: route({
    method: 'GET',
    path: '/api/jobs/stream',
    summary: 'Live changes of job runs: each event `job` carries one jobRun as JSON',
    transport: 'events',
  }),
};
