import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export type NoticeOutcome = 'removed' | 'kept' | 'restored' | 'sued' | 'withdrawn';

export interface NoticeRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly platform: string;
  readonly shop: string;
  readonly subject_key: string;
  readonly mark_ids: readonly string[];
  readonly marks: readonly string[];
  readonly owner_name: string;
  readonly party_id: string | null;
  readonly urls: readonly string[];
  readonly demand: string;
  readonly facts: string;
  readonly notified_on: string | null;
  readonly forwarded_on: string | null;
  readonly measure_on: string | null;
  readonly measure: string | null;
  readonly statement_on: string | null;
  readonly statement: string | null;
  readonly told_on: string | null;
  readonly outcome: NoticeOutcome | null;
  readonly removed_links: number;
  readonly closed_on: string | null;
  readonly created_by_name: string;
  readonly clock: string | null;
  readonly clock_due: string | null;
}

const COLUMNS = sql`n.id, n.file_id, f.number, f.state, n.platform, n.shop, n.subject_key, n.mark_ids,
  array(select m.name || '（第' || m.registration_no || '号）' from trademark_watch.protected_mark m where m.district = n.district and m.id = any(n.mark_ids)
    order by m.name) as marks,
  n.owner_name, n.party_id, n.urls, n.demand, n.facts, n.notified_on, n.forwarded_on, n.measure_on, n.measure, n.statement_on, n.statement, n.told_on,
  n.outcome, n.removed_links, n.closed_on, n.created_by_name, k.clock, k.due_on as clock_due`;
const SOURCE = sql`trademark_watch.platform_notice n join procedures.file f on f.district = n.district and f.id = n.file_id
  left join lateral (select c.clock, c.due_on from procedures.clock c where c.district = f.district and c.file_id = f.id
    and c.stopped_on is null and c.due_on is not null order by c.due_on limit 1) k on f.closed_at is null`;

export async function selectNotices(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 100, skip: 0 },
): Promise<{ readonly rows: readonly NoticeRow[]; readonly total: number }> {
  const { rows } = await sql<NoticeRow>`select ${COLUMNS} from ${SOURCE} where n.district = ${district} and ${test}
    order by (f.closed_at is null) desc, k.due_on nulls last, f.number desc limit ${page.size} offset ${page.skip}`.execute(
    db,
  );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${SOURCE} where n.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export const findNotice = async (db: Db, district: string, id: string): Promise<NoticeRow | undefined> =>
  (await selectNotices(db, district, sql`n.id = ${id}`)).rows[0];

export type NewNotice = Pick<
  NoticeRow,
  | 'id'
  | 'file_id'
  | 'platform'
  | 'shop'
  | 'subject_key'
  | 'mark_ids'
  | 'owner_name'
  | 'party_id'
  | 'urls'
  | 'demand'
  | 'facts'
>;

export async function insertNotice(tx: Tx, ctx: Ctx, notice: NewNotice, hitIds: readonly string[]): Promise<void> {
  await sql`insert into trademark_watch.platform_notice (district, id, file_id, platform, shop, subject_key, mark_ids, owner_name, party_id, urls,
      demand, facts, created_by_name)
    values (${ctx.district}, ${notice.id}, ${notice.file_id}, ${notice.platform}, ${notice.shop}, ${notice.subject_key},
      ${[...notice.mark_ids]}::uuid[], ${notice.owner_name}, ${notice.party_id}, ${[...notice.urls]}::text[], ${notice.demand}, ${notice.facts},
      ${ctx.actor.displayName})`.execute(tx);
  await sql`insert into trademark_watch.notice_hit (district, notice_id, hit_id) select ${ctx.district}, ${notice.id}, h
    from unnest(${[...hitIds]}::uuid[]) as h`.execute(tx);
}

export type NoticeChange = Partial<
  Pick<
    NoticeRow,
    | 'notified_on'
    | 'forwarded_on'
    | 'measure_on'
    | 'measure'
    | 'statement_on'
    | 'statement'
    | 'told_on'
    | 'outcome'
    | 'removed_links'
    | 'closed_on'
  >
>;

export async function updateNotice(tx: Tx, district: string, id: string, change: NoticeChange): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update trademark_watch.platform_notice set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

export interface NoticeHit {
  readonly id: string;
  readonly title: string;
  readonly found: string;
  readonly mark_name: string;
}

export async function listNoticeHits(db: Db, district: string, noticeId: string): Promise<NoticeHit[]> {
  const { rows } =
    await sql<NoticeHit>`select h.id, h.title, h.found, m.name as mark_name from trademark_watch.notice_hit n
    join trademark_watch.hit h on h.district = n.district and h.id = n.hit_id
    join trademark_watch.protected_mark m on m.district = h.district and m.id = h.mark_id
    where n.district = ${district} and n.notice_id = ${noticeId} order by h.rank desc, h.id`.execute(db);
  return rows;
}
