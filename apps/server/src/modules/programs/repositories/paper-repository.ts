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
