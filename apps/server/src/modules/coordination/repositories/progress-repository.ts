import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ProgressEntry {
  readonly id: string;
  readonly body: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

export async function addProgress(
  tx: Tx,
  ctx: Ctx,
  entry: { readonly fileId: string; readonly body: string; readonly text: string },
): Promise<ProgressEntry> {
  const id = uuidv7();
  await sql`insert into coordination.progress (district, id, file_id, body, by_name, at, text)
    values (${ctx.district}, ${id}, ${entry.fileId}, ${entry.body}, ${ctx.actor.displayName}, ${ctx.now}, ${entry.text})`.execute(
    tx,
  );
  return { id, body: entry.body, by: ctx.actor.displayName, at: ctx.now.toISOString(), text: entry.text };
}

/** What was said of a file, the latest first. */
export async function listProgress(db: Db, ctx: Ctx, fileId: string): Promise<ProgressEntry[]> {
  const { rows } = await sql<ProgressEntry>`select id, body, by_name as by, at, text from coordination.progress
    where district = ${ctx.district} and file_id = ${fileId} order by at desc, id desc`.execute(db);
  return rows;
}
