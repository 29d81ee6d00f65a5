import type { JobRun } from '@jince/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { JobTask } from './job-task.ts';

interface Row {
  id: string;
  task: string;
  state: JobRun['state'];
  done: number;
  total: number | null;
  message: string | null;
  error: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  attempts: number;
  actor_name: string;
  queued_at: string;
  started_at: string | null;
  finished_at: string | null;
  cancel_requested: boolean;
}

export type TaskCatalogue = ReadonlyMap<string, JobTask>;

/** Seconds left by the rate since the start; null before anything is known. */
function secondsLeft(row: Row, now: number): number | null {
  if (row.state !== 'running' || row.total === null || row.done <= 0 || row.started_at === null) return null;
  const elapsed = (now - Date.parse(row.started_at)) / 1000;
  return Math.max(0, Math.round((elapsed / row.done) * (row.total - row.done)));
}

export function toJobRun(row: Row, tasks: TaskCatalogue, now = Date.now()): JobRun {
  const task = tasks.get(row.task);
  const open = row.state === 'queued' || row.state === 'running';
  return {
    id: row.id,
    task: row.task,
    label: task?.label.zh ?? row.task,
    state: row.state,
    done: row.done,
    total: row.total,
    secondsLeft: secondsLeft(row, now),
    message: row.message,
    error: row.error,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    attempts: row.attempts,
    actorName: row.actor_name,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    cancellable: open && (task?.cancellable ?? false) && !row.cancel_requested,
    retryable: row.state === 'failed' || row.state === 'cancelled',
  };
}

const COLUMNS = sql`id, task, state, done, total, message, error, subject_kind, subject_id, attempts, actor_name, queued_at, started_at,
  finished_at, cancel_requested`;

export async function findJobRun(db: Db, district: string, id: string): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} from platform.job_run where district = ${district} and id = ${id}`.execute(db);
  return rows[0];
}

export async function listJobRuns(
  db: Db,
  district: string,
  filter: { states?: string[] | undefined; tasks?: string[] | undefined; limit: number; offset: number },
): Promise<{ rows: Row[]; total: number }> {
  const where = sql`district = ${district}
    and (${filter.states ?? null}::text[] is null or state = any(${filter.states ?? null}::text[]))
    and (${filter.tasks ?? null}::text[] is null or task = any(${filter.tasks ?? null}::text[]))`;
  const { rows } = await sql<Row>`select ${COLUMNS} from platform.job_run where ${where}
    order by queued_at desc limit ${filter.limit} offset ${filter.offset}`.execute(db);
  const count = await sql<{ n: number }>`select count(*) as n from platform.job_run where ${where}`.execute(db);
  return { rows, total: count.rows[0]?.n ?? 0 };
}

/** Whether the last job of these tasks that has this in its payload failed for good. */
export async function hasFailed(
  db: Db,
  district: string,
  tasks: readonly string[],
  payload: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`select state from platform.job_run
    where district = ${district} and task = any(${[...tasks]}::text[]) and payload @> ${JSON.stringify(payload)}::jsonb
    order by queued_at desc limit 1`.execute(db);
  return rows[0]?.state === 'failed';
}
