import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceUpload } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface UploadRow extends EvidenceUpload {
  readonly fileId: string;
  readonly userId: string;
  readonly sha256: string | null;
}

const UPLOAD = sql`id, file_id as "fileId", user_id as "userId", file_name as "fileName", size::float8 as size, sha256, received::float8 as received,
  about, item_id as "itemId", begun_at as "begunAt"`;

export async function findUpload(db: Db, district: string, id: string): Promise<UploadRow | undefined> {
  const { rows } =
    await sql<UploadRow>`select ${UPLOAD} from evidence.upload where district = ${district} and id = ${id}`.execute(db);
  return rows[0];
}

export async function listOpenUploads(ctx: Ctx, fileId: string): Promise<UploadRow[]> {
  const { rows } = await sql<UploadRow>`select ${UPLOAD} from evidence.upload
    where district = ${ctx.district} and file_id = ${fileId} and user_id = ${ctx.actor.userId} and item_id is null order by begun_at`.execute(
    ctx.db,
  );
  return rows;
}

/** Begins an upload; one begun before under the id stays as it is. */
export async function insertUpload(
  tx: Tx,
  ctx: Ctx,
  row: Omit<UploadRow, 'received' | 'itemId' | 'begunAt'>,
): Promise<void> {
  await sql`insert into evidence.upload (district, id, file_id, user_id, file_name, size, sha256, about, begun_at, moved_at)
    values (${ctx.district}, ${row.id}, ${row.fileId}, ${row.userId}, ${row.fileName}, ${row.size}, ${row.sha256}, ${JSON.stringify(row.about)},
      ${ctx.now}, ${ctx.now}) on conflict (district, id) do nothing`.execute(tx);
}

/** Moves the mark of what has arrived, forward only. Returns where it stands. */
export async function moveMark(ctx: Ctx, id: string, received: number): Promise<number> {
  const { rows } = await sql<{
    received: number;
  }>`update evidence.upload set received = greatest(received, ${received}), moved_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id} returning received::float8 as received`.execute(ctx.db);
  return rows[0]?.received ?? 0;
}

/** Begins anew what arrived damaged. */
export async function resetMark(ctx: Ctx, id: string): Promise<void> {
  await sql`update evidence.upload set received = 0 where district = ${ctx.district} and id = ${id} and item_id is null`.execute(
    ctx.db,
  );
}

/** Where the bytes of an upload stand until it is whole. */
export async function draftPath(ctx: Ctx, id: string): Promise<string> {
  const folder = join(ctx.services.config.dataDir, 'evidence-uploads');
  await mkdir(folder, { recursive: true });
  return join(folder, id);
}

export async function removeDraft(ctx: Ctx, id: string): Promise<void> {
  await rm(await draftPath(ctx, id), { force: true });
}
