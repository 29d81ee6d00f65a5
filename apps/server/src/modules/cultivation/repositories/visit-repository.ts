import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { LoggedVisit } from '../domain/work-of-visits.ts';
import { targetsWithin } from './target-scope.ts';

export interface VisitPhoto {
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
}

export interface VisitRow {
  readonly id: string;
  readonly target_id: string;
  readonly subject_id: string;
  readonly label: string;
  readonly campaign_title: string;
  readonly visited_on: string;
  readonly channel: 'on-site' | 'phone' | 'online' | 'meeting';
  readonly person: string | null;
  readonly summary: string;
  readonly result: LoggedVisit['result'];
  readonly step: string | null;
  readonly next_step: string | null;
  readonly next_on: string | null;
  readonly by_id: string | null;
  readonly by_name: string;
  readonly at: string;
  readonly note: string | null;
  readonly photos: VisitPhoto[];
  readonly also: string | null;
}

const source = sql`cultivation.visit v
  join cultivation.target t on t.district = v.district and t.id = v.target_id
  join cultivation.campaign c on c.district = t.district and c.id = t.campaign_id`;

/** Others who logged a visit of the same target on the same day. */
const also = sql`(select string_agg(distinct o.by_name, '、') from cultivation.visit o where o.district = v.district
  and o.target_id = v.target_id and o.visited_on = v.visited_on and o.id <> v.id and o.by_id is distinct from v.by_id)`;

const photos = sql`(select coalesce(json_agg(json_build_object('sha256', f.sha256, 'fileName', f.file_name, 'size', f.size)
  order by f.position), '[]') from cultivation.visit_photo f where f.district = v.district and f.visit_id = v.id)`;

export interface VisitFilter {
  readonly q?: string | undefined;
  readonly campaign?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly party?: string | undefined;
  readonly target?: string | undefined;
  readonly id?: string | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Conditions over `v`, `t` and `c`, the actor's scope of `permission` among them. */
export function visitTests(ctx: Ctx, permission: string, filter: VisitFilter): RawBuilder<unknown> {
  const tests: RawBuilder<unknown>[] = [sql`v.district = ${ctx.district}`, targetsWithin(ctx, permission)];
  if (filter.campaign?.length)
    tests.push(sql`t.campaign_id = any(${filter.campaign.filter((id) => UUID.test(id))}::uuid[])`);
  if (filter.town?.length) tests.push(sql`t.town_code = any(${filter.town}::text[])`);
  if (filter.from !== undefined) tests.push(sql`v.visited_on >= ${filter.from}::date`);
  if (filter.to !== undefined) tests.push(sql`v.visited_on <= ${filter.to}::date`);
  if (filter.mine === true) tests.push(sql`v.by_id = ${ctx.actor.userId}`);
  if (filter.party !== undefined) tests.push(sql`t.party_id = ${filter.party}`);
  if (filter.target !== undefined) tests.push(sql`v.target_id = ${filter.target}`);
  if (filter.id !== undefined) tests.push(sql`v.id = ${filter.id}`);
  const q = filter.q?.trim();
  if (q) {
    const pattern = containsPattern(q);
    tests.push(sql`(t.label ilike ${pattern} or v.summary ilike ${pattern} or v.by_name ilike ${pattern})`);
  }
  return sql.join(tests, sql` and `);
}

const SORTS: Readonly<Record<string, string>> = {
  visitedOn: 'v.visited_on',
  at: 'v.at',
  by: 'v.by_name',
  name: 't.label',
};

/** Visits of a filter, newest first unless sorted otherwise. */
export async function selectVisits(
  db: Db,
  where: RawBuilder<unknown>,
  { limit, offset = 0, sort = '-visitedOn' }: { limit: number; offset?: number; sort?: string | undefined },
): Promise<VisitRow[]> {
  const column = SORTS[sort.replace(/^-/, '')] ?? 'v.visited_on';
  const order = sql.raw(`order by ${column} ${sort.startsWith('-') ? 'desc' : 'asc'}, v.at desc, v.id`);
  const { rows } =
    await sql<VisitRow>`select v.id, v.target_id, t.subject_id, t.label, c.title as campaign_title, v.visited_on, v.channel, v.person,
      v.summary, v.result, v.step, v.next_step, v.next_on, v.by_id, v.by_name, v.at, v.note, ${photos} as photos, ${also} as also
    from ${source} where ${where} ${order} limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countVisits(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${source} where ${where}`.execute(db);
  return rows[0]?.total ?? 0;
}

export interface NewVisit extends Omit<LoggedVisit, 'at' | 'step' | 'nextStep' | 'nextOn'> {
  readonly id: string;
  readonly targetId: string;
  readonly channel: VisitRow['channel'];
  readonly person: string | null;
  readonly summary: string;
  readonly step: string | null;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
  readonly note: string | null;
}

/** Appends a visit by the actor; false when one with this id is there already. */
export async function insertVisit(tx: Tx, ctx: Ctx, visit: NewVisit, demo = false): Promise<boolean> {
  const { rows } =
    await sql`insert into cultivation.visit (district, id, target_id, visited_on, channel, person, summary, result, step,
      next_step, next_on, by_id, by_name, at, note, counts, demo)
    values (${ctx.district}, ${visit.id}, ${visit.targetId}, ${visit.visitedOn}, ${visit.channel}, ${visit.person}, ${visit.summary},
      ${visit.result}, ${visit.step}, ${visit.nextStep}, ${visit.nextOn}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now},
      ${visit.note}, ${visit.counts}, ${demo})
    on conflict (district, id) do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** The whole log of a target, for its state. */
export async function listLog(db: Db, district: string, targetId: string): Promise<LoggedVisit[]> {
  const { rows } =
    await sql<LoggedVisit>`select visited_on as "visitedOn", at, result, step, next_step as "nextStep", next_on as "nextOn", counts
    from cultivation.visit where district = ${district} and target_id = ${targetId}`.execute(db);
  return rows;
}

/** Whose the visit of an id is, whatever the scope: to tell a draft sent twice from an id used twice. */
export async function findVisitOwner(db: Db, district: string, id: string) {
  const { rows } = await sql<{ targetId: string; byId: string | null }>`select target_id as "targetId", by_id as "byId"
    from cultivation.visit where district = ${district} and id = ${id}`.execute(db);
  return rows[0];
}

export async function insertPhoto(
  tx: Tx,
  ctx: Ctx,
  photo: { visitId: string; sha256: string; position: number; fileName: string; mediaType: string; size: number },
): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${photo.sha256}, ${photo.size})
    on conflict do nothing`.execute(tx);
  await sql`insert into cultivation.visit_photo (district, visit_id, sha256, position, file_name, media_type, size, at)
    values (${ctx.district}, ${photo.visitId}, ${photo.sha256}, ${photo.position}, ${photo.fileName}, ${photo.mediaType}, ${photo.size}, ${ctx.now})
    on conflict do nothing`.execute(tx);
}

export async function findPhoto(db: Db, district: string, visitId: string, sha256: string) {
  const { rows } = await sql<{
    fileName: string;
    mediaType: string;
  }>`select file_name as "fileName", media_type as "mediaType"
    from cultivation.visit_photo where district = ${district} and visit_id = ${visitId} and sha256 = ${sha256}`.execute(
    db,
  );
  return rows[0];
}
