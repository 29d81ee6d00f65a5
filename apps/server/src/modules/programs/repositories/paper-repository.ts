import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** Kinds of the papers that are in a file, withdrawn ones left out. */
export async function listPaperKinds(db: Db, district: string, fileId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from procedures.document
    where district = ${district} and file_id = ${fileId} and withdrawn_at is null`.execute(db);
  return new Set(rows.map((row) => row.kind));
}

/** The file bears the title of its project. */
export async function renameFile(tx: Tx, district: string, fileId: string, title: string): Promise<void> {
  await sql`update procedures.file set subject_label = ${title} where district = ${district} and id = ${fileId}`.execute(
    tx,
  );
}

/** The last time an action was taken on a file: the day in China and what was given. */
export async function findLastAction(
  db: Db,
  district: string,
  fileId: string,
  action: string,
): Promise<{ readonly day: string; readonly fields: Readonly<Record<string, unknown>> } | undefined> {
  const { rows } = await sql<{ day: string; fields: Record<string, unknown> }>`
    select (l.at at time zone 'Asia/Shanghai')::date as day, l.fields from procedures.action_log l
    where l.district = ${district} and l.file_id = ${fileId} and l.action = ${action} order by l.seq desc limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Due day of the last round of a clock; undefined where it never ran or has no day. */
export async function findDueDay(db: Db, district: string, fileId: string, clock: string): Promise<string | undefined> {
  const { rows } = await sql<{ due_on: string | null }>`select due_on from procedures.clock
    where district = ${district} and file_id = ${fileId} and clock = ${clock} order by round desc limit 1`.execute(db);
  return rows[0]?.due_on ?? undefined;
}
