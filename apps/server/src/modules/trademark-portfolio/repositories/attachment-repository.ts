import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export type AttachmentOwner = 'use' | 'well-known';

export interface AttachmentRow {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: string;
}

/** Files of the owner of alias `e` as a JSON list, in the order they came. */
export const attachmentsOf = (owner: AttachmentOwner): RawBuilder<AttachmentRow[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'mediaType', a.media_type, 'sha256', a.sha256,
      'size', a.size, 'addedBy', a.added_by_name, 'addedAt', a.added_at) order by a.position), '[]')
    from trademark_portfolio.attachment a where a.district = e.district and a.owner = ${owner} and a.owner_id = e.id)`;

/** Keeps a file with its owner. False when the owner has these bytes already. */
export async function insertAttachment(
  tx: Tx,
  ctx: Ctx,
  file: {
    owner: AttachmentOwner;
    ownerId: string;
    position: number;
    fileName: string;
    mediaType: string;
    sha256: string;
    size: number;
  },
): Promise<boolean> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${file.sha256}, ${file.size})
    on conflict do nothing`.execute(tx);
  const { rows } =
    await sql`insert into trademark_portfolio.attachment (district, id, owner, owner_id, position, file_name, media_type, sha256, size,
      added_by_name, added_at)
    values (${ctx.district}, ${uuidv7()}, ${file.owner}, ${file.ownerId}, ${file.position}, ${file.fileName}, ${file.mediaType}, ${file.sha256},
      ${file.size}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** The files of an owner, read again under its lock. */
export async function listAttachments(db: Db, ctx: Ctx, owner: AttachmentOwner, ownerId: string) {
  const { rows } = await sql<{ id: string; sha256: string }>`select id, sha256 from trademark_portfolio.attachment
    where district = ${ctx.district} and owner = ${owner} and owner_id = ${ownerId} order by position`.execute(db);
  return rows;
}
