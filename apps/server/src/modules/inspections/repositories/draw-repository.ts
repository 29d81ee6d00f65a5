import type { InspectedKind } from '@jince/wujiang';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { DrawLists, DrawnObject } from '../domain/draw.ts';
import { asJson } from './sql.ts';

export interface DrawRow {
  readonly id: string;
  readonly number: string;
  readonly campaign_id: string | null;
  readonly campaign_title: string | null;
  readonly title: string;
  readonly object_kind: InspectedKind;
  readonly checklist: string;
  readonly draw_count: number;
  readonly officers_per_object: number;
  readonly due_on: string;
  readonly state: 'prepared' | 'drawn' | 'void';
  readonly lists: DrawLists;
  readonly list_hash: string;
  readonly commitment: string;
  readonly secret: string;
  readonly public_text: string | null;
  readonly public_source: string | null;
  readonly witness: string | null;
  readonly seed: string | null;
  readonly result: DrawnObject[] | null;
  readonly prepared_by: string;
  readonly prepared_at: string;
  readonly drawn_by: string | null;
  readonly drawn_at: string | null;
  readonly void_reason: string | null;
  readonly objects: number;
}

const columns = sql`d.id, d.number, d.campaign_id, c.title as campaign_title, d.title, d.object_kind, d.checklist, d.draw_count, d.officers_per_object,
  d.due_on, d.state, d.lists, d.list_hash, d.commitment, d.secret, d.public_text, d.public_source, d.witness, d.seed, d.result, d.prepared_by,
  d.prepared_at, d.drawn_by, d.drawn_at, d.void_reason, jsonb_array_length(d.lists -> 'objects') as objects`;
const source = sql`inspections.draw d left join inspections.campaign c on c.district = d.district and c.id = d.campaign_id`;

export async function selectDraws(
  db: Db,
  district: string,
  page: { readonly page: number; readonly pageSize: number; readonly campaign?: string },
): Promise<{ rows: DrawRow[]; total: number }> {
  const where = sql`d.district = ${district} and (${page.campaign === undefined} or d.campaign_id = ${page.campaign ?? null})`;
  const { rows } = await sql<DrawRow>`select ${columns} from ${source} where ${where}
    order by d.prepared_at desc, d.id limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from ${source} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

export type DrawHead = Pick<
  DrawRow,
  | 'id'
  | 'number'
  | 'title'
  | 'object_kind'
  | 'checklist'
  | 'draw_count'
  | 'state'
  | 'objects'
  | 'prepared_at'
  | 'drawn_at'
>;

/** A page of draws without their lists, which may be long. */
export async function selectDrawHeads(
  db: Db,
  district: string,
  page: { readonly page: number; readonly pageSize: number },
): Promise<{ rows: DrawHead[]; total: number }> {
  const { rows } = await sql<
    DrawHead & { total: number }
  >`select id, number, title, object_kind, checklist, draw_count, state,
      jsonb_array_length(lists -> 'objects') as objects, prepared_at, drawn_at, count(*) over () as total
    from inspections.draw where district = ${district}
    order by prepared_at desc, id limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function findDraw(db: Db, district: string, id: string, lock = false): Promise<DrawRow | undefined> {
  if (lock)
    await sql`select 1 from inspections.draw where district = ${district} and id = ${id} for update`.execute(db);
  const { rows } =
    await sql<DrawRow>`select ${columns} from ${source} where d.district = ${district} and d.id = ${id}`.execute(db);
  return rows[0];
}

type NewDraw = Pick<
  DrawRow,
  | 'id'
  | 'number'
  | 'campaign_id'
  | 'title'
  | 'object_kind'
  | 'checklist'
  | 'draw_count'
  | 'officers_per_object'
  | 'due_on'
  | 'lists'
  | 'list_hash'
  | 'commitment'
  | 'secret'
>;

export async function insertDraw(tx: Tx, ctx: Ctx, d: NewDraw): Promise<void> {
  await sql`insert into inspections.draw (district, id, number, campaign_id, title, object_kind, checklist, draw_count, officers_per_object, due_on, state,
      lists, list_hash, commitment, secret, prepared_by, prepared_at)
    values (${ctx.district}, ${d.id}, ${d.number}, ${d.campaign_id}, ${d.title}, ${d.object_kind}, ${d.checklist}, ${d.draw_count},
      ${d.officers_per_object}, ${d.due_on}, 'prepared', ${asJson(d.lists)}, ${d.list_hash}, ${d.commitment}, ${d.secret}, ${ctx.actor.displayName},
      ${ctx.now})`.execute(tx);
}

export async function setDrawn(
  tx: Tx,
  ctx: Ctx,
  id: string,
  drawn: {
    readonly publicText: string;
    readonly publicSource: string;
    readonly witness: string;
    readonly seed: string;
    readonly result: readonly DrawnObject[];
  },
): Promise<void> {
  await sql`update inspections.draw set state = 'drawn', public_text = ${drawn.publicText}, public_source = ${drawn.publicSource},
      witness = ${drawn.witness}, seed = ${drawn.seed}, result = ${asJson(drawn.result)}, drawn_by = ${ctx.actor.displayName}, drawn_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function setVoid(tx: Tx, ctx: Ctx, id: string, reason: string): Promise<void> {
  await sql`update inspections.draw set state = 'void', void_reason = ${reason} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

/** State of the check of each drawn object. */
export async function statesOfDraw(db: Db, district: string, drawId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ object: string; state: string }>`select t.object_id as object, f.state
    from inspections.task t join procedures.file f on f.district = t.district and f.id = t.file_id
    where t.district = ${district} and t.draw_id = ${drawId}`.execute(db);
  return new Map(rows.map((row) => [row.object, row.state]));
}

/** Whether an object left out of a draw still waits for the check it was left out for. */
export async function leftOutWait(db: Db, district: string, drawId: string): Promise<boolean> {
  const { rows } = await sql<{ wait: boolean }>`select exists (select 1 from inspections.draw d
      cross join lateral jsonb_array_elements(d.lists -> 'objects') o
      join inspections.task t on t.district = d.district and t.object_id = (o ->> 'key')::uuid and t.created_at <= d.prepared_at
      join procedures.file f on f.district = t.district and f.id = t.file_id
    where d.district = ${district} and d.id = ${drawId} and o ->> 'excluded' is not null and f.state = 'assigned') as wait`.execute(
    db,
  );
  return rows[0]?.wait ?? false;
}

export interface DrawResultRow {
  readonly number: string;
  readonly title: string;
  readonly object_kind: InspectedKind;
  readonly drawn_on: string;
  readonly list_hash: string;
  readonly no: number;
  readonly object: string;
  readonly officers: readonly string[];
  /** Of the check; null: none was ordered. */
  readonly state: string | null;
}

/** Every drawn object of all draws, with names and the state of its check. */
export async function resultsOfDraws(db: Db, district: string): Promise<DrawResultRow[]> {
  const { rows } = await sql<DrawResultRow>`select d.number, d.title, d.object_kind,
      (d.drawn_at at time zone 'Asia/Shanghai')::date as drawn_on, d.list_hash, r.no::int as no,
      coalesce((select o ->> 'name' from jsonb_array_elements(d.lists -> 'objects') o where o ->> 'key' = r.one ->> 'object'), '') as object,
      coalesce((select jsonb_agg(o ->> 'name' order by w.at) from jsonb_array_elements_text(r.one -> 'officers') with ordinality w(key, at)
        join jsonb_array_elements(d.lists -> 'officers') o on o ->> 'key' = w.key), '[]') as officers,
      f.state
    from inspections.draw d
    cross join lateral jsonb_array_elements(d.result) with ordinality r(one, no)
    left join inspections.task t on t.district = d.district and t.draw_id = d.id and t.object_id::text = r.one ->> 'object'
    left join procedures.file f on f.district = t.district and f.id = t.file_id
    where d.district = ${district} and d.state = 'drawn'
    order by d.number, r.no`.execute(db);
  return rows;
}

/** Task of each drawn object. */
export async function tasksOfDraw(db: Db, district: string, drawId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ object: string; id: string }>`select object_id as object, id from inspections.task
    where district = ${district} and draw_id = ${drawId}`.execute(db);
  return new Map(rows.map((row) => [row.object, row.id]));
}
