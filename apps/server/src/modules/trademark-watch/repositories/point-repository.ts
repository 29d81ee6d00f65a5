import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface PointRow {
  readonly id: string;
  readonly part: string;
  readonly genuine: string;
  readonly fake: string | null;
  readonly picture_sha256: string | null;
  readonly picture_type: string | null;
  readonly entered_by_name: string;
  readonly entered_at: string;
}

export async function listPoints(db: Db, district: string, markId: string): Promise<PointRow[]> {
  const { rows } =
    await sql<PointRow>`select id, part, genuine, fake, picture_sha256, picture_type, entered_by_name, entered_at
    from trademark_watch.identification_point where district = ${district} and mark_id = ${markId} order by position, id`.execute(
      db,
    );
  return rows;
}

export async function insertPoint(
  tx: Tx,
  ctx: Ctx,
  markId: string,
  one: Pick<PointRow, 'part' | 'genuine' | 'fake' | 'picture_sha256' | 'picture_type'>,
): Promise<string> {
  const id = uuidv7();
  await sql`insert into trademark_watch.identification_point (district, id, mark_id, position, part, genuine, fake, picture_sha256, picture_type,
      entered_by_name, entered_at)
    select ${ctx.district}, ${id}, ${markId}, coalesce(max(position), 0) + 1, ${one.part}, ${one.genuine}, ${one.fake}, ${one.picture_sha256},
      ${one.picture_type}, ${ctx.actor.displayName}, ${ctx.now}
    from trademark_watch.identification_point where district = ${ctx.district} and mark_id = ${markId}`.execute(tx);
  return id;
}

export async function deletePoint(tx: Tx, district: string, markId: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`delete from trademark_watch.identification_point where district = ${district} and mark_id = ${markId} and id = ${id}
    returning id`.execute(tx);
  return rows.length > 0;
}
