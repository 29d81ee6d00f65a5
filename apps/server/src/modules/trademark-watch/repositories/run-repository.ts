import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface RunRow {
  readonly id: string;
  readonly cause: 'import' | 'directory' | 'hand';
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly marks: number;
  readonly rows: number;
  readonly fresh: number;
  readonly again: number;
  readonly excluded: number;
  readonly model: string | null;
  readonly job_id: string | null;
}

export interface RunCounts {
  rows: number;
  fresh: number;
  again: number;
  excluded: number;
}

export async function beginRun(ctx: Ctx, run: Pick<RunRow, 'cause' | 'marks' | 'model' | 'job_id'>): Promise<string> {
  const id = uuidv7();
  await sql`insert into trademark_watch.run (district, id, cause, state, started_at, marks, model, job_id)
    values (${ctx.district}, ${id}, ${run.cause}, 'running', ${ctx.services.clock.now()}, ${run.marks}, ${run.model}, ${run.job_id})`.execute(
    ctx.db,
  );
  return id;
}

export async function endRun(ctx: Ctx, id: string, state: RunRow['state'], counts: RunCounts): Promise<void> {
  await sql`update trademark_watch.run set state = ${state}, finished_at = ${ctx.services.clock.now()}, rows = ${counts.rows},
      fresh = ${counts.fresh}, again = ${counts.again}, excluded = ${counts.excluded}
    where district = ${ctx.district} and id = ${id}`.execute(ctx.db);
}

const LATEST = 20;

export async function listRuns(db: Db, district: string): Promise<RunRow[]> {
  const { rows } =
    await sql<RunRow>`select id, cause, state, started_at, finished_at, marks, rows, fresh, again, excluded, model, job_id
    from trademark_watch.run where district = ${district} order by started_at desc, id desc limit ${LATEST}`.execute(
      db,
    );
  return rows;
}
