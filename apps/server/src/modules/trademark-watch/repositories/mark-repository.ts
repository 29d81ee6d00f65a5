import { foldText } from '@jince/matching';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export type MarkState = 'nominated' | 'listed' | 'refused' | 'withdrawn' | 'removed';
export type Sensitivity = 'strict' | 'usual' | 'wide';

export interface MarkRecord {
  readonly id: string;
  readonly file_id: string | null;
  readonly number: string | null;
  readonly origin: 'own' | 'alliance';
  readonly origin_name: string | null;
  readonly record_key: string;
  readonly registration_no: string;
  readonly name: string;
  readonly classes: readonly number[];
  readonly holder_name: string;
  readonly party_id: string | null;
  readonly town_code: string | null;
  readonly goods: string | null;
  readonly criteria: readonly string[];
  readonly proof: readonly { readonly label: string; readonly text: string }[];
  readonly reason: string;
  readonly way: 'rule' | 'hand' | 'list';
  readonly contact_name: string | null;
  readonly contact_phone: string | null;
  readonly region: string | null;
  readonly state: MarkState;
  readonly listed_on: string | null;
  readonly until_on: string | null;
  readonly ended_on: string | null;
  readonly ended_reason: string | null;
  readonly sensitivity: Sensitivity;
  readonly watch_classes: readonly number[];
  readonly paused: boolean;
  readonly nominated_by_name: string;
  readonly nominated_on: string;
  readonly open_hits: number;
}

const columns = sql`m.id, m.file_id, f.number, m.origin, m.origin_name, m.record_key, m.registration_no, m.name, m.classes, m.holder_name,
  m.party_id, m.town_code, m.goods, m.criteria, m.proof, m.reason, m.way, m.contact_name, m.contact_phone, m.region, m.state, m.listed_on,
  m.until_on, m.ended_on, m.ended_reason, m.sensitivity, m.watch_classes, m.paused, m.nominated_by_name, m.nominated_on,
  (select count(*)::int from trademark_watch.hit h where h.district = m.district and h.mark_id = m.id and h.state = 'open') as open_hits`;
const source = sql`trademark_watch.protected_mark m left join procedures.file f on f.district = m.district and f.id = m.file_id`;

export async function selectMarks(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly MarkRecord[]; readonly total: number }> {
  const { rows } = await sql<MarkRecord>`select ${columns} from ${source} where m.district = ${district} and ${test}
    order by (m.state = 'nominated') desc, (m.state = 'listed') desc, m.origin desc, m.listed_on desc nulls last, m.name, m.id
    limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where m.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findMark(db: Db, district: string, id: string): Promise<MarkRecord | undefined> {
  return (await selectMarks(db, district, sql`m.id = ${id}`)).rows[0];
}

export type NewMark = Omit<
  MarkRecord,
  | 'number'
  | 'open_hits'
  | 'listed_on'
  | 'until_on'
  | 'ended_on'
  | 'ended_reason'
  | 'sensitivity'
  | 'watch_classes'
  | 'paused'
  | 'nominated_by_name'
  | 'nominated_on'
>;

export async function insertMark(tx: Tx, ctx: Ctx, mark: NewMark): Promise<void> {
  const { classes, criteria, proof, ...plain } = mark;
  const values = Object.entries({
    ...plain,
    district: ctx.district,
    nominated_by_name: ctx.actor.displayName,
    nominated_on: ctx.today,
  });
  await sql`insert into trademark_watch.protected_mark (classes, criteria, proof, ${sql.join(values.map(([name]) => sql.id(name)))})
    values (${[...classes]}::smallint[], ${[...criteria]}::text[], ${JSON.stringify(proof)}::jsonb,
      ${sql.join(values.map(([, value]) => sql`${value}`))})`.execute(tx);
}

/** Holds a mark's row until the end of the transaction. */
export async function lockMark(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from trademark_watch.protected_mark where district = ${district} and id = ${id} for update`.execute(
    tx,
  );
}

export type MarkChange = Partial<
  Pick<
    MarkRecord,
    | 'goods'
    | 'contact_name'
    | 'contact_phone'
    | 'region'
    | 'state'
    | 'listed_on'
    | 'until_on'
    | 'ended_on'
    | 'ended_reason'
    | 'sensitivity'
    | 'paused'
    | 'file_id'
  >
> & { readonly watch_classes?: readonly number[] };

export async function updateMark(tx: Tx, district: string, id: string, change: MarkChange): Promise<void> {
  const { watch_classes: watched, ...plain } = change;
  const sets = Object.entries(plain).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  if (watched !== undefined) sets.push(sql`watch_classes = ${[...watched]}::smallint[]`);
  await sql`update trademark_watch.protected_mark set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

/** Says that what is watched has changed: indexes and cached pages are made anew. */
export async function bumpDirectory(tx: Tx, district: string): Promise<void> {
  await sql`insert into trademark_watch.directory_revision (district, revision) values (${district}, 1)
    on conflict (district) do update set revision = trademark_watch.directory_revision.revision + 1`.execute(tx);
}

export interface RegisteredMark {
  readonly registration_no: string;
  readonly name: string;
  readonly classes: readonly number[];
  readonly holder: string;
  readonly party_id: string | null;
  readonly town_code: string | null;
  readonly ids: readonly string[];
  readonly valid: boolean;
  readonly goods: string | null;
}

/** Marks of the register by number, each with all its classes; in force where one class is. */
export async function findRegistered(
  db: Db,
  ctx: Ctx,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, RegisteredMark>> {
  const { rows } = await sql<RegisteredMark>`select t.registration_no, min(t.name) as name,
      array_agg(distinct t.nice_class order by t.nice_class) as classes, array_agg(t.id::text) as ids,
      coalesce(min(h.name), '—') as holder, (array_agg(h.party_id) filter (where h.party_id is not null))[1] as party_id,
      (array_agg(h.town_code) filter (where h.town_code is not null))[1] as town_code,
      left(string_agg(array_to_string(t.goods, '、'), '；'), 300) as goods,
      bool_or(exists (select 1 from ip_rights.trademark_period p where p.district = t.district and p.trademark_id = t.id
        and p.status in ('registered', 'grace') and p.valid_from <= ${ctx.today} and (p.valid_to is null or p.valid_to > ${ctx.today}))) as valid
    from ip_rights.trademark t
    left join lateral (select coalesce(y.name, m.name) as name, y.id as party_id, y.town_code from ip_rights.trademark_holder o
      join parties.mention m on m.district = o.district and m.id = o.mention_id
      left join parties.party y on y.district = m.district and y.id = m.party_id
      where o.district = t.district and o.trademark_id = t.id order by o.position limit 1) h on true
    where t.district = ${ctx.district} and t.country = 'CN' and t.registration_no = any(${[...numbers]}::text[])
    group by t.registration_no`.execute(db);
  return new Map(rows.map((row) => [row.registration_no, row]));
}

export interface AuthorisedRow {
  readonly id: string;
  readonly mark_id: string;
  readonly kind: 'licensee' | 'own-shop' | 'licensed-shop';
  readonly name: string;
  readonly name_key: string;
  readonly uscc: string | null;
  readonly platform: string | null;
  readonly url: string | null;
  readonly from_on: string | null;
  readonly until_on: string | null;
}

export async function listAuthorised(db: Db, district: string, markId: string | null): Promise<AuthorisedRow[]> {
  const { rows } =
    await sql<AuthorisedRow>`select id, mark_id, kind, name, name_key, uscc, platform, url, from_on, until_on
    from trademark_watch.authorised_user where district = ${district} and (${markId}::uuid is null or mark_id = ${markId}) order by kind, name`.execute(
      db,
    );
  return rows;
}

export async function insertAuthorised(tx: Tx, ctx: Ctx, one: Omit<AuthorisedRow, 'id' | 'name_key'>): Promise<string> {
  const id = uuidv7();
  await sql`insert into trademark_watch.authorised_user (district, id, mark_id, kind, name, name_key, uscc, platform, url, from_on, until_on,
      entered_by_name, entered_at)
    values (${ctx.district}, ${id}, ${one.mark_id}, ${one.kind}, ${one.name}, ${foldText(one.name)}, ${one.uscc}, ${one.platform}, ${one.url},
      ${one.from_on}, ${one.until_on}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  return id;
}

export async function deleteAuthorised(tx: Tx, district: string, markId: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`delete from trademark_watch.authorised_user where district = ${district} and mark_id = ${markId} and id = ${id}
    returning id`.execute(tx);
  return rows.length > 0;
}
