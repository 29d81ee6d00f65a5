import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { REGION_READ } from '../assistance.catalogue.ts';
import type { CrossRegionKind } from '../domain/labels.ts';

export interface CrossRegionRecord {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly direction: 'out' | 'in';
  readonly other_district: string | null;
  readonly other_name: string;
  readonly peer_file_id: string | null;
  readonly kind: CrossRegionKind;
  readonly title: string;
  readonly facts: string;
  readonly wish: string;
  readonly marks: readonly string[];
  readonly letter_no: string | null;
  readonly their_no: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly sent_on: string | null;
  readonly received_on: string | null;
  readonly answered_on: string | null;
  readonly answer_no: string | null;
  readonly answer: string | null;
  readonly result: 'done' | 'part' | 'nothing' | 'refused' | null;
  readonly package_sha256: string | null;
  readonly package_size: number | null;
  readonly package_name: string | null;
  readonly answer_package_sha256: string | null;
  readonly answer_package_size: number | null;
  readonly answer_package_name: string | null;
  readonly prepared_by_name: string;
  readonly source_key: string | null;
  readonly source_href: string | null;
  readonly clock: string | null;
  readonly clock_due: string | null;
  readonly overrun: boolean;
}

const columns = (
  today: string,
) => sql`c.id, c.file_id, f.number, f.state, c.direction, c.other_district, c.other_name, c.peer_file_id, c.kind, c.title, c.facts,
  c.wish, c.marks, c.letter_no, c.their_no, c.case_id, c.case_number, c.sent_on, c.received_on, c.answered_on, c.answer_no, c.answer, c.result,
  c.package_sha256, c.package_size::float8 as package_size, c.package_name, c.answer_package_sha256, c.answer_package_size::float8 as answer_package_size,
  c.answer_package_name, c.prepared_by_name, c.source_key, c.source_href, k.clock, k.due_on as clock_due,
  exists (select 1 from procedures.clock o where o.district = f.district and o.file_id = f.id and o.clock = 'answer'
    and o.due_on < coalesce(o.stopped_on, ${today}::date)) as overrun`;
const source = sql`assistance.cross_region c join procedures.file f on f.district = c.district and f.id = c.file_id
  left join lateral (select l.clock, l.due_on from procedures.clock l where l.district = f.district and l.file_id = f.id
    and l.stopped_on is null and l.due_on is not null order by l.due_on limit 1) k on f.closed_at is null`;

/** What the actor may read: the whole district, or what its body handles. Alias of the file: `f`. */
export function crossRegionsWithin(ctx: Ctx, permission = REGION_READ): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(f.organisations && ${scope.organisations}::text[])`;
}

export async function selectCrossRegions(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly CrossRegionRecord[]; readonly total: number }> {
  const { rows } =
    await sql<CrossRegionRecord>`select ${columns(ctx.today)} from ${source} where c.district = ${ctx.district} and ${test}
    order by (f.closed_at is null) desc, k.due_on nulls last, c.sent_on desc nulls first, c.id limit ${page.size} offset ${page.skip}`.execute(
      db,
    );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where c.district = ${ctx.district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findCrossRegion(db: Db, ctx: Ctx, id: string): Promise<CrossRegionRecord | undefined> {
  return (await selectCrossRegions(db, ctx, sql`c.id = ${id}`)).rows[0];
}

export type NewCrossRegion = Pick<
  CrossRegionRecord,
  'id' | 'file_id' | 'direction' | 'other_name' | 'kind' | 'title' | 'facts' | 'wish'
> &
  Partial<
    Pick<
      CrossRegionRecord,
      | 'other_district'
      | 'peer_file_id'
      | 'letter_no'
      | 'their_no'
      | 'case_id'
      | 'case_number'
      | 'sent_on'
      | 'received_on'
      | 'package_sha256'
      | 'package_size'
      | 'package_name'
      | 'source_key'
      | 'source_href'
    >
  > & { readonly marks: readonly string[] };

export async function insertCrossRegion(tx: Tx, ctx: Ctx, { marks, ...one }: NewCrossRegion): Promise<void> {
  const values = Object.entries({ ...one, district: ctx.district, prepared_by_name: ctx.actor.displayName });
  await sql`insert into assistance.cross_region (marks, ${sql.join(values.map(([column]) => sql.id(column)))})
    values (${JSON.stringify(marks)}, ${sql.join(values.map(([, value]) => sql`${value ?? null}`))})`.execute(tx);
}

export type CrossRegionChange = Partial<
  Pick<
    CrossRegionRecord,
    | 'peer_file_id'
    | 'letter_no'
    | 'their_no'
    | 'sent_on'
    | 'received_on'
    | 'answered_on'
    | 'answer_no'
    | 'answer'
    | 'result'
    | 'package_sha256'
    | 'package_size'
    | 'package_name'
    | 'answer_package_sha256'
    | 'answer_package_size'
    | 'answer_package_name'
  >
>;

/** @param by the id of the record, or of its file */
export async function updateCrossRegion(
  tx: Tx,
  ctx: Ctx,
  by: { readonly id: string } | { readonly fileId: string },
  change: CrossRegionChange,
): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  const which = 'id' in by ? sql`id = ${by.id}` : sql`file_id = ${by.fileId}`;
  await sql`update assistance.cross_region set ${sql.join(sets)} where district = ${ctx.district} and ${which}`.execute(
    tx,
  );
}

export interface SealedPackage {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
}

/** The last sealed package of a file. */
export async function latestPackage(db: Db, ctx: Ctx, fileId: string): Promise<SealedPackage | undefined> {
  const { rows } =
    await sql<SealedPackage>`select p.sha256, p.size::float8 as size, concat(p.number, '.zip') as name from evidence.package p
    where p.district = ${ctx.district} and p.file_id = ${fileId} and p.state = 'ready' order by p.sealed_at desc limit 1`.execute(
      db,
    );
  return rows[0];
}

export interface JointActionRow {
  readonly id: string;
  readonly on: string;
  readonly place: string;
  readonly bodies: string;
  readonly text: string;
  readonly by: string;
}

export async function insertJointAction(
  tx: Tx,
  ctx: Ctx,
  fileId: string,
  one: Pick<JointActionRow, 'on' | 'place' | 'bodies' | 'text'>,
  by: string,
): Promise<string> {
  const id = uuidv7();
  await sql`insert into assistance.joint_action (district, id, file_id, on_day, place, bodies, text, entered_by_name, at)
    values (${ctx.district}, ${id}, ${fileId}, ${one.on}, ${one.place}, ${one.bodies}, ${one.text}, ${by}, ${ctx.now})`.execute(
    tx,
  );
  return id;
}

export async function listJointActions(db: Db, ctx: Ctx, fileId: string): Promise<JointActionRow[]> {
  const { rows } =
    await sql<JointActionRow>`select id, on_day as on, place, bodies, text, entered_by_name as by from assistance.joint_action
    where district = ${ctx.district} and file_id = ${fileId} order by on_day, at`.execute(db);
  return rows;
}
