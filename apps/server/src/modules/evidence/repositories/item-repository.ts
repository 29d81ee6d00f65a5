import type { EvidenceKind } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Doubt } from '../domain/judge-time.ts';

export interface ItemRow {
  readonly id: string;
  readonly fileId: string;
  readonly no: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly thumbnail: string | null;
  readonly capturedAt: string | null;
  readonly receivedAt: string;
  readonly source: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly exif: Readonly<Record<string, string>> | null;
  readonly doubts: readonly Doubt[];
  readonly keptBy: string;
  readonly keptAt: string;
  readonly custodySeq: number;
  readonly custodyHead: string | null;
  readonly fromFileId: string | null;
  readonly setAsideAt: string | null;
  readonly setAsideBy: string | null;
  readonly setAsideReason: string | null;
  readonly stampedAt: string | null;
}

const COLUMNS = sql`i.id, l.file_id as "fileId", l.no, i.kind, i.title, i.file_name as "fileName", i.sha256, i.size::float8 as size, i.media_type as "mediaType",
  i.thumbnail_sha256 as thumbnail, i.captured_at as "capturedAt", i.received_at as "receivedAt", i.source, i.place, i.note, i.exif, i.doubts,
  i.kept_by_name as "keptBy", i.kept_at as "keptAt", i.custody_seq as "custodySeq", i.custody_head as "custodyHead", l.from_file_id as "fromFileId",
  l.set_aside_at as "setAsideAt", l.set_aside_by_name as "setAsideBy", l.set_aside_reason as "setAsideReason",
  (select max(s.stamped_at) from evidence.stamp s where s.district = i.district and s.item_id = i.id) as "stampedAt"`;
const FROM = sql`evidence.file_item l join evidence.item i on i.district = l.district and i.id = l.item_id`;

/** Items of a file by their number. */
export async function listItems(db: Db, district: string, fileId: string): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`select ${COLUMNS} from ${FROM}
    where l.district = ${district} and l.file_id = ${fileId} order by l.no`.execute(db);
  return rows;
}

export async function findItem(db: Db, district: string, fileId: string, id: string): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`select ${COLUMNS} from ${FROM}
    where l.district = ${district} and l.file_id = ${fileId} and l.item_id = ${id}`.execute(db);
  return rows[0];
}

interface PageQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly doubtful?: boolean | undefined;
}

export interface ItemPage {
  readonly items: ItemRow[];
  readonly total: number;
  /** Of the whole file, whatever the filter. */
  readonly doubtful: number;
  readonly bytes: number;
}

/** A page of the items of a file. `like`: pattern of the words looked for. */
export async function pageItems(
  db: Db,
  district: string,
  fileId: string,
  query: PageQuery & { readonly like?: string },
): Promise<ItemPage> {
  const wanted = sql`l.district = ${district} and l.file_id = ${fileId}
    and (${query.kind ?? null}::text is null or i.kind = ${query.kind ?? null})
    and (${query.doubtful === true}::boolean = false or i.doubts <> '[]'::jsonb)
    and (${query.like ?? null}::text is null or i.title ilike ${query.like ?? null} or i.file_name ilike ${query.like ?? null} or i.source ilike ${query.like ?? null})`;
  const { rows } = await sql<ItemRow>`select ${COLUMNS} from ${FROM} where ${wanted}
    order by l.no limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  const counts = await sql<{
    total: number;
    doubtful: number;
    bytes: number;
  }>`select count(*) filter (where ${wanted}) as total,
      count(*) filter (where i.doubts <> '[]'::jsonb) as doubtful, coalesce(sum(i.size), 0)::float8 as bytes
    from ${FROM} where l.district = ${district} and l.file_id = ${fileId}`.execute(db);
  return { items: rows, ...(counts.rows[0] ?? { total: 0, doubtful: 0, bytes: 0 }) };
}

export interface NewItem {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly thumbnail: string | null;
  readonly capturedAt: string | null;
  readonly receivedAt: string;
  readonly source: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly exif: Readonly<Record<string, string>> | null;
  readonly doubts: readonly Doubt[];
}

export async function insertItem(tx: Tx, ctx: Ctx, item: NewItem): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${item.sha256}, ${item.size})
    on conflict do nothing`.execute(tx);
  await sql`insert into evidence.item (district, id, kind, title, file_name, sha256, size, media_type, thumbnail_sha256, captured_at, received_at, source,
      place, note, exif, doubts, kept_by, kept_by_name, kept_at)
    values (${ctx.district}, ${item.id}, ${item.kind}, ${item.title}, ${item.fileName}, ${item.sha256}, ${item.size}, ${item.mediaType},
      ${item.thumbnail}, ${item.capturedAt}, ${item.receivedAt}, ${item.source}, ${item.place}, ${item.note},
      ${item.exif === null ? null : JSON.stringify(item.exif)}, ${JSON.stringify(item.doubts)}, ${ctx.actor.userId}, ${ctx.actor.displayName},
      ${ctx.now})`.execute(tx);
}

/** Puts an item into a file under the next number; the file's row keeps two from taking the same. */
export async function placeItem(
  tx: Tx,
  ctx: Ctx,
  link: { fileId: string; itemId: string; from: { fileId: string; reason: string } | null },
): Promise<number> {
  await sql`select 1 from procedures.file where district = ${ctx.district} and id = ${link.fileId} for no key update`.execute(
    tx,
  );
  const { rows } = await sql<{
    no: number;
  }>`insert into evidence.file_item (district, file_id, item_id, no, from_file_id, reason, added_by_name, added_at)
    select ${ctx.district}, ${link.fileId}, ${link.itemId}, coalesce(max(no), 0) + 1, ${link.from?.fileId ?? null}::uuid, ${link.from?.reason ?? null},
      ${ctx.actor.displayName}, ${ctx.now}
    from evidence.file_item where district = ${ctx.district} and file_id = ${link.fileId}
    returning no`.execute(tx);
  return rows[0]?.no as number;
}

export interface StampRow {
  readonly itemId: string;
  readonly token: Buffer;
  readonly stampedAt: string;
  readonly authority: string;
  readonly serial: string;
  readonly policy: string;
  readonly trusted: boolean;
}

export async function listStamps(db: Db, district: string, itemIds: readonly string[]): Promise<StampRow[]> {
  const { rows } =
    await sql<StampRow>`select item_id as "itemId", token, stamped_at as "stampedAt", authority, serial, policy, trusted
    from evidence.stamp where district = ${district} and item_id = any(${[...itemIds]}::uuid[]) order by item_id, kept_at`.execute(
      db,
    );
  return rows;
}
