import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { enqueueJob } from '../jobs/enqueue-job.ts';

export const REFRESH_TASK = 'facts.refresh';

/** Past so many at once, every one of the subject is computed anew: naming them one by one would cost more. */
const MANY = 20_000;

/**
 * One refresh waits for all who mark. A run that is already queued is held until this transaction ends, so that it
 * cannot begin, and miss what is marked here, before the mark is committed.
 */
export async function orderRefresh(tx: Tx, ctx: Ctx): Promise<void> {
  const { rows } = await sql`select 1 from platform.job_run where district = ${ctx.district} and task = ${REFRESH_TASK}
    and state = 'queued' order by queued_at limit 1 for share skip locked`.execute(tx);
  if (rows.length === 0) await enqueueJob(tx, ctx, { task: REFRESH_TASK, payload: {}, queue: 'facts' });
}

/** Stands for nobody: says that a change was looked at and touched none of the subject. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Says, inside the transaction that changes a register, that the facts of these subjects are out of date once it
 * commits, and orders their refresh. Call it for every subject that depends on the register, even if `ids` may yield
 * none: a register that changes without a word makes all facts that depend on it be computed anew.
 * @param subject kind of the subjects: `enterprise`, `patent`
 * @param ids select of one uuid column; duplicates and nulls are fine
 */
export async function markStale(tx: Tx, ctx: Ctx, subject: string, ids: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ marked: number }>`with marked as (
      insert into facts.stale (district, subject, subject_id)
      select ${ctx.district}, ${subject}, i.id from (select distinct t.id from (${ids}) as t(id) where t.id is not null limit ${MANY + 1}) i
      returning 1)
    select count(*) as marked from marked`.execute(tx);
  const marked = rows[0]?.marked ?? 0;
  if (marked > MANY) return markAllStale(tx, ctx, subject);
  if (marked === 0)
    await sql`insert into facts.stale (district, subject, subject_id) values (${ctx.district}, ${subject}, ${NOBODY})`.execute(
      tx,
    );
  await orderRefresh(tx, ctx);
}

/** As {@link markStale}, of every subject of the kind. */
export async function markAllStale(tx: Tx, ctx: Ctx, subject: string): Promise<void> {
  await sql`insert into facts.stale (district, subject) values (${ctx.district}, ${subject})`.execute(tx);
  await orderRefresh(tx, ctx);
}
