import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orderMatch } from '../commands/close-hits.ts';
import type { WatchKind } from '../domain/watch-types.ts';

export interface ItemRow {
  readonly kind: WatchKind;
  readonly record_key: string;
  readonly text: string;
  readonly brand: string | null;
  readonly platform: string | null;
  readonly subject: string | null;
  readonly subject_uscc: string | null;
  readonly address: string | null;
  readonly price_fen: number | null;
  readonly url: string | null;
  readonly picture: string | null;
  readonly page: string | null;
  readonly operator: string | null;
  readonly goods: string | null;
  readonly classes: readonly number[];
  readonly groups: readonly string[];
  readonly captured_on: string | null;
  readonly cells: Readonly<Record<string, unknown>>;
  /** Changes with every change of the row. */
  readonly version: string;
}

const COLUMNS = sql`kind, record_key, text, brand, platform, subject, subject_uscc, address, price_fen, url, picture, page, operator, goods, classes,
  array(select jsonb_array_elements_text(cells->'groups')) as groups, captured_on, cells, xmin::text as version`;

/**
 * Brings the items in line with the applied lists: one statement over all rows, so that five million pass through the database alone. Rows
 * that go take what was found in them and judged by nobody with them. Orders a look through what is new.
 */
export async function projectItems(tx: Tx, ctx: Ctx, kind: WatchKind): Promise<void> {
  const { district } = ctx;
  await sql`delete from trademark_watch.item i using jince_vanished v where i.district = ${district} and i.kind = ${kind}
    and i.record_key = v.record_key`.execute(tx);
  await sql`update trademark_watch.hit h set state = 'closed', closed_reason = '所在清单的导入已撤销'
    where h.district = ${district} and h.kind = ${kind} and h.state = 'open'
      and exists (select 1 from trademark_watch.hit_row r join jince_vanished v on v.record_key = r.record_key
        where r.district = h.district and r.hit_id = h.id)
      and not exists (select 1 from trademark_watch.hit_row r join trademark_watch.item i on i.district = r.district and i.kind = h.kind
        and i.record_key = r.record_key where r.district = h.district and r.hit_id = h.id)`.execute(tx);
  await sql`insert into trademark_watch.item (district, kind, record_key, text, brand, platform, subject, subject_uscc, address, price_fen, url,
      picture, page, operator, goods, classes, captured_on, cells)
    select ${district}, ${kind}, record_key, v->>'text', v->>'brand', v->>'platform', v->>'subject', v->>'uscc', v->>'address',
      (v->>'priceFen')::bigint, v->>'url', v->>'picture', v->>'page', v->>'operator', v->>'goods',
      coalesce((select array_agg(c::smallint) from jsonb_array_elements_text(v->'classes') as c), '{}'), (v->>'capturedOn')::date, v
    from (select record_key, record_values as v from jince_projected) p
    on conflict (district, kind, record_key) do update set text = excluded.text, brand = excluded.brand, platform = excluded.platform,
      subject = excluded.subject, subject_uscc = excluded.subject_uscc, address = excluded.address, price_fen = excluded.price_fen,
      url = excluded.url, picture = excluded.picture, page = excluded.page, operator = excluded.operator, goods = excluded.goods, classes = excluded.classes,
      captured_on = excluded.captured_on, cells = excluded.cells, pending = true
    where trademark_watch.item.cells is distinct from excluded.cells`.execute(tx);
  await orderMatch(tx, ctx, { cause: 'import' });
}

export async function describeItems(ctx: Ctx, kind: WatchKind, keys: readonly string[]) {
  const { rows } = await sql<{
    key: string;
    label: string;
  }>`select record_key as key, left(text, 120) as label from trademark_watch.item
    where district = ${ctx.district} and kind = ${kind} and record_key = any(${[...keys]}::text[])`.execute(ctx.db);
  return new Map(rows.map(({ key, label }) => [key, { label, href: `/protection/watch?kind=${kind}` }]));
}

/** The next rows of a kind after a key, in the order of keys: a look holds no more than these in memory. */
export async function nextItems(
  db: Db,
  district: string,
  from: { readonly kind: WatchKind; readonly after: string; readonly everything: boolean; readonly most: number },
): Promise<ItemRow[]> {
  const { rows } =
    await sql<ItemRow>`select ${COLUMNS} from trademark_watch.item where district = ${district} and kind = ${from.kind}
    and record_key > ${from.after} and (${from.everything} or pending) order by record_key limit ${from.most}`.execute(
      db,
    );
  return rows;
}

export async function markLookedAt(tx: Tx, district: string, kind: WatchKind, rows: readonly ItemRow[]): Promise<void> {
  await sql`update trademark_watch.item i set pending = false from unnest(${rows.map((row) => row.record_key)}::text[],
      ${rows.map((row) => row.version)}::text[]) as seen(key, version)
    where i.district = ${district} and i.kind = ${kind} and i.record_key = seen.key and i.pending and i.xmin::text = seen.version`.execute(
    tx,
  );
}

export async function countItems(db: Db, district: string, everything: boolean): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from trademark_watch.item where district = ${district}
    and (${everything} or pending)`.execute(db);
  return rows[0]?.n ?? 0;
}

export interface SourceCount {
  readonly kind: WatchKind;
  readonly rows: number;
  readonly pending: number;
  readonly newest: string | null;
}

export async function countSources(db: Db, district: string): Promise<SourceCount[]> {
  const { rows } =
    await sql<SourceCount>`select kind, count(*)::int as rows, count(*) filter (where pending)::int as pending,
    max(captured_on) as newest from trademark_watch.item where district = ${district} group by kind`.execute(db);
  return rows;
}
