import type { GoodsRelationKind } from '@jince/trademark-similarity';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { PictureFound } from '../domain/picture-found.ts';
import type { ActionKind, HitLevel, Verdict, WatchKind } from '../domain/watch-types.ts';

export interface HitRecord {
  readonly id: string;
  readonly mark_id: string;
  readonly mark_name: string;
  readonly mark_no: string;
  readonly mark_holder: string;
  readonly mark_classes: readonly number[];
  readonly mark_party_id: string | null;
  readonly kind: WatchKind;
  readonly platform: string | null;
  readonly subject: string | null;
  readonly subject_key: string;
  readonly subject_uscc: string | null;
  readonly address: string | null;
  readonly title: string;
  readonly brand: string | null;
  readonly found: string;
  /** Where the signs stand; `picture` where a picture alone is like the mark. */
  readonly field: 'title' | 'brand' | 'name' | 'picture';
  readonly level: HitLevel;
  readonly score: number;
  readonly reasons_zh: string;
  readonly reasons_en: string;
  readonly model: string;
  readonly price_fen: number | null;
  readonly url: string | null;
  readonly operator: string | null;
  readonly goods: string | null;
  readonly goods_relation: GoodsRelationKind | null;
  /** Closest picture of its rows. */
  readonly picture: PictureFound | null;
  readonly times: number;
  readonly rank: number;
  readonly rank_version: number;
  readonly state: 'open' | 'judged' | 'closed';
  readonly verdict: Verdict | null;
  readonly verdict_reason: string | null;
  readonly judged_by_name: string | null;
  readonly judged_at: string | null;
  readonly closed_reason: string | null;
  readonly party_id: string | null;
  readonly town_code: string | null;
  readonly first_seen: string;
  readonly last_seen: string;
  readonly actions: readonly ActionKind[];
}

const COLUMNS = sql`h.id, h.mark_id, m.name as mark_name, m.registration_no as mark_no, m.holder_name as mark_holder, m.classes as mark_classes,
  m.party_id as mark_party_id, h.kind, h.platform, h.subject, h.subject_key, h.subject_uscc, h.address, h.title, h.brand, h.found, h.field, h.level,
  h.score, h.reasons_zh, h.reasons_en, h.model, h.price_fen, h.url, h.operator, h.goods, h.goods_relation, h.picture, h.times, h.rank, h.rank_version, h.state, h.verdict, h.verdict_reason,
  h.judged_by_name, h.judged_at, h.closed_reason, h.party_id, h.town_code, h.first_seen, h.last_seen,
  array(select a.kind from trademark_watch.hit_action a where a.district = h.district and a.hit_id = h.id order by a.ordered_at) as actions`;
const SOURCE = sql`trademark_watch.hit h join trademark_watch.protected_mark m on m.district = h.district and m.id = h.mark_id`;

export async function selectHits(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly HitRecord[]; readonly total: number }> {
  const { rows } = await sql<HitRecord>`select ${COLUMNS} from ${SOURCE} where h.district = ${district} and ${test}
    order by (h.state = 'open') desc, h.rank desc, h.score desc, h.last_seen desc, h.id limit ${page.size} offset ${page.skip}`.execute(
    db,
  );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${SOURCE} where h.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findHit(db: Db, district: string, id: string): Promise<HitRecord | undefined> {
  return (await selectHits(db, district, sql`h.id = ${id}`)).rows[0];
}

/** Holds a hit's row until the end of the transaction. */
export async function lockHit(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from trademark_watch.hit where district = ${district} and id = ${id} for update`.execute(tx);
}

export type NewHit = Pick<
  HitRecord,
  | 'mark_id'
  | 'kind'
  | 'platform'
  | 'subject'
  | 'subject_key'
  | 'subject_uscc'
  | 'address'
  | 'title'
  | 'brand'
  | 'found'
  | 'field'
  | 'level'
  | 'score'
  | 'reasons_zh'
  | 'reasons_en'
  | 'model'
  | 'price_fen'
  | 'url'
  | 'operator'
  | 'goods'
  | 'goods_relation'
  | 'picture'
> & { readonly group_key: string };

export async function findGroups(db: Db, district: string, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`select id, group_key as key from trademark_watch.hit
    where district = ${district} and group_key = any(${[...keys]}::text[])`.execute(db);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

export async function insertHit(tx: Tx, ctx: Ctx, hit: NewHit): Promise<string> {
  const id = uuidv7();
  const now = ctx.services.clock.now();
  const shop = await sql<{
    party_id: string | null;
    town_code: string | null;
  }>`select s.party_id, p.town_code from trademark_watch.shop s
    left join parties.party p on p.district = s.district and p.id = s.party_id
    where s.district = ${ctx.district} and s.subject_key = ${hit.subject_key} and s.state = 'linked'`.execute(tx);
  const values = Object.entries({
    ...hit,
    picture: hit.picture === null ? null : JSON.stringify(hit.picture),
    district: ctx.district,
    id,
    party_id: shop.rows[0]?.party_id ?? null,
    town_code: shop.rows[0]?.town_code ?? null,
    first_seen: now,
    last_seen: now,
  });
  await sql`insert into trademark_watch.hit (${sql.join(values.map(([name]) => sql.id(name)))})
    values (${sql.join(values.map(([, value]) => sql`${value}`))})`.execute(tx);
  return id;
}

/** A closer picture of a later row joins the hit: its level is never lowered, its reasons say the picture as well. */
export async function joinPicture(
  tx: Tx,
  district: string,
  hitId: string,
  {
    picture,
    level,
    said,
  }: { picture: PictureFound; level: HitLevel; said: { readonly zh: string; readonly en: string } },
): Promise<void> {
  await sql`update trademark_watch.hit set picture = ${JSON.stringify(picture)}::jsonb,
      level = case when level = 'identical' or ${level} = 'identical' then 'identical'
        when level = 'near' or ${level} = 'near' then 'near' else level end,
      reasons_zh = reasons_zh || case when picture is null then ${said.zh} else '' end,
      reasons_en = reasons_en || case when picture is null then ${said.en} else '' end
    where district = ${district} and id = ${hitId} and (picture is null or (picture->>'score')::float8 < ${picture.score})`.execute(
    tx,
  );
}

export interface KeptRow {
  readonly record_key: string;
  readonly kind: WatchKind;
  readonly sha256: string;
  readonly size: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly captured_on: string | null;
  readonly kept_at: string;
}

/** Keeps a row behind a hit; one that is there unchanged is not counted again. Returns whether it counts. */
export async function keepHitRow(tx: Tx, ctx: Ctx, hitId: string, row: Omit<KeptRow, 'kept_at'>): Promise<boolean> {
  const now = ctx.services.clock.now();
  const { rows } =
    await sql`insert into trademark_watch.hit_row (district, hit_id, kind, record_key, sha256, size, cells, captured_on, kept_at)
    values (${ctx.district}, ${hitId}, ${row.kind}, ${row.record_key}, ${row.sha256}, ${row.size}, ${JSON.stringify(row.cells)}::jsonb, ${row.captured_on},
      ${now}) on conflict do nothing returning 1`.execute(tx);
  if (rows.length === 0) return false;
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${row.sha256}, ${row.size})
    on conflict do nothing`.execute(tx);
  await sql`update trademark_watch.hit set times = times + 1, last_seen = ${now} where district = ${ctx.district} and id = ${hitId}`.execute(
    tx,
  );
  return true;
}

export async function listHitRows(
  db: Db,
  district: string,
  hitIds: readonly string[],
  most: number,
): Promise<KeptRow[]> {
  const { rows } =
    await sql<KeptRow>`select record_key, kind, sha256, size, cells, captured_on, kept_at from trademark_watch.hit_row
    where district = ${district} and hit_id = any(${[...hitIds]}::uuid[]) order by kept_at desc, record_key limit ${most}`.execute(
      db,
    );
  return rows;
}
