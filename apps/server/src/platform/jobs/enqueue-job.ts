import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';

export interface JobOrder {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  readonly maxAttempts?: number;
}

/** Puts a job into the queue inside the caller's transaction: it exists if and only if the transaction commits. Returns the run's id. */
export async function enqueueJob(tx: Tx, ctx: Ctx, order: JobOrder): Promise<string> {
  const id = uuidv7();
  const actor = JSON.stringify({
    userId: ctx.actor.userId,
    username: ctx.actor.username,
    displayName: ctx.actor.displayName,
    organisationId: ctx.actor.organisationId,
  });
  await sql`insert into platform.job_run (district, id, task, payload, state, subject_kind, subject_id, actor, actor_name)
    values (${ctx.district}, ${id}, ${order.task}, ${JSON.stringify(order.payload)}, 'queued', ${order.subject?.kind ?? null},
      ${order.subject?.id ?? null}, ${actor}, ${ctx.actor.displayName})`.execute(tx);
  await addToQueue(tx, { district: ctx.district, runId: id, ...order });
  return id;
}

export async function addToQueue(
  tx: Tx,
  job: { district: string; runId: string; task: string; queue?: string; maxAttempts?: number },
): Promise<void> {
  const queue = job.queue === undefined ? null : `${job.district}:${job.queue}`;
  await sql`select graphile_worker.add_job(${job.task}, ${JSON.stringify({ district: job.district, runId: job.runId })}::json,
    queue_name => ${queue}, max_attempts => ${job.maxAttempts ?? 3}, job_key => ${job.runId})`.execute(tx);
  await sql`select pg_notify('jince_job', ${JSON.stringify({ district: job.district, id: job.runId })})`.execute(tx);
}

/** Publishes a fact to other modules: one job per subscriber, in the same transaction. */
export async function publishEvent(
  tx: Tx,
  ctx: Ctx,
  event: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const task of ctx.services.subscribersOf(event)) await enqueueJob(tx, ctx, { task, payload });
}
