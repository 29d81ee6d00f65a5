import type { CensusAnswer } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { AgencyRow } from './agency-repository.ts';

export type CheckResult = 'found' | 'moved' | 'not-found' | 'closed';

export interface CensusRow {
  readonly id: string;
  readonly title: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly state: 'running' | 'closed';
  readonly created_by: string;
  readonly close_note: string | null;
  readonly total: number;
  readonly checked: number;
  readonly differing: number;
  readonly missing: number;
}

/** The latest check of an item stands. */
const latest = sql`left join lateral (select k.* from agency_affairs.census_check k
  where k.district = i.district and k.item_id = i.id order by k.at desc, k.id desc limit 1) k on true`;

/** What a scope reaches of items `i`: their towns; items never belong to a party's account. */
function reached(scope: Scope): RawBuilder<boolean> {
  return scope.kind === 'district' ? sql<boolean>`true` : sql<boolean>`i.town_code = any(${scope.towns}::text[])`;
}

const counts = sql`count(i.id)::int as total, count(k.id)::int as checked,
  count(*) filter (where jsonb_array_length(k.differences) > 0)::int as differing,
  count(*) filter (where k.result in ('not-found', 'closed'))::int as missing`;

export async function selectCensuses(db: Db, district: string, scope: Scope, id?: string): Promise<CensusRow[]> {
  const { rows } =
    await sql<CensusRow>`select c.id, c.title, c.from_on, c.to_on, c.state, c.created_by, c.close_note, ${counts}
    from agency_affairs.census c
    left join agency_affairs.census_item i on i.district = c.district and i.census_id = c.id and ${reached(scope)} ${latest}
    where c.district = ${district} and (${id === undefined} or c.id = ${id ?? null})
    group by c.district, c.id having ${scope.kind === 'district'} or count(i.id) > 0
    order by c.state desc, c.from_on desc, c.id`.execute(db);
  return rows;
}

interface CensusTownRow {
  readonly town_code: string | null;
  readonly total: number;
  readonly checked: number;
  readonly differing: number;
  readonly missing: number;
}

export async function selectCensusTowns(db: Db, district: string, scope: Scope, id: string): Promise<CensusTownRow[]> {
  const { rows } = await sql<CensusTownRow>`select i.town_code, ${counts} from agency_affairs.census_item i ${latest}
    where i.district = ${district} and i.census_id = ${id} and ${reached(scope)}
    group by i.town_code order by i.town_code nulls last`.execute(db);
  return rows;
}

export interface ItemRow {
  readonly id: string;
  readonly census_id: string;
  readonly census_title: string;
  readonly census_state: 'running' | 'closed';
  readonly agency_id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kinds: string[];
  readonly town_code: string | null;
  readonly address: string | null;
  readonly result: CheckResult | null;
  readonly checked_on: string | null;
  readonly checked_by: string | null;
  readonly differences: string[] | null;
  readonly request_id: string | null;
}

const itemColumns = sql`i.id, i.census_id, c.title as census_title, c.state as census_state, i.agency_id, i.name, a.uscc,
  coalesce(a.kinds, '{}') as kinds, i.town_code, a.address, k.result, k.checked_on, k.by_name as checked_by, k.differences, i.request_id`;
const itemSource = sql`agency_affairs.census_item i
  join agency_affairs.census c on c.district = i.district and c.id = i.census_id
  left join agencies.agency a on a.district = i.district and a.id = i.agency_id ${latest}`;

export interface ItemFilter {
  readonly q?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly result?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  readonly differing?: boolean | undefined;
}

export function itemTests(district: string, scope: Scope, censusId: string, filter: ItemFilter): RawBuilder<unknown>[] {
  const tests: RawBuilder<unknown>[] = [sql`i.district = ${district}`, sql`i.census_id = ${censusId}`, reached(scope)];
  const q = filter.q?.trim();
  if (q) tests.push(sql`(i.name ilike ${containsPattern(q)} or a.address ilike ${containsPattern(q)})`);
  if (filter.town?.length) tests.push(sql`coalesce(i.town_code, 'none') = any(${filter.town}::text[])`);
  if (filter.result?.length) tests.push(sql`k.result = any(${filter.result}::text[])`);
  if (filter.open !== undefined) tests.push(filter.open ? sql`k.id is null` : sql`k.id is not null`);
  const differing = sql`coalesce(jsonb_array_length(k.differences), 0) > 0`;
  if (filter.differing !== undefined) tests.push(filter.differing ? differing : sql`not (${differing})`);
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  name: sql`i.name`,
  town: sql`i.town_code`,
  result: sql`k.result`,
  checkedOn: sql`k.checked_on`,
};

export async function selectItems(
  db: Db,
  tests: readonly RawBuilder<unknown>[],
  page: { readonly page: number; readonly pageSize: number; readonly sort?: string | undefined },
): Promise<{ readonly rows: ItemRow[]; readonly total: number }> {
  const where = sql.join([...tests], sql` and `);
  const key = page.sort?.replace(/^-/, '') ?? '';
  const order = Object.hasOwn(ORDERS, key)
    ? sql`${ORDERS[key]} ${page.sort?.startsWith('-') ? sql`desc` : sql`asc`} nulls last`
    : sql`k.id is not null, i.town_code nulls last, i.name`;
  const { rows } = await sql<ItemRow>`select ${itemColumns} from ${itemSource} where ${where} order by ${order}, i.id
    limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from ${itemSource} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

export async function findItem(db: Db, district: string, id: string, scope: Scope): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`select ${itemColumns} from ${itemSource}
    where i.district = ${district} and i.id = ${id} and ${reached(scope)}`.execute(db);
  return rows[0];
}

/** Holds an item until the transaction ends. */
export async function lockItem(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from agency_affairs.census_item where district = ${district} and id = ${id} for update`.execute(
    tx,
  );
}

export interface CheckRow {
  readonly id: string;
  readonly item_id: string;
  readonly checked_on: string;
  readonly result: CheckResult;
  readonly person: string | null;
  readonly note: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy_m: number | null;
  readonly answers: CensusAnswer[];
  readonly differences: string[];
  readonly by_id: string | null;
  readonly by_name: string;
  readonly at: string;
  readonly photos: { readonly sha256: string; readonly fileName: string; readonly size: number }[];
}

const photos = sql`(select coalesce(json_agg(json_build_object('sha256', p.sha256, 'fileName', p.file_name, 'size', p.size) order by p.position), '[]')
  from agency_affairs.census_photo p where p.district = k.district and p.check_id = k.id)`;
const checkColumns = sql`k.id, k.item_id, k.checked_on, k.result, k.person, k.note, k.latitude, k.longitude, k.accuracy_m, k.answers,
  k.differences, k.by_id, k.by_name, k.at, ${photos} as photos`;

/** Checks of an item, newest first. */
export async function listChecks(db: Db, district: string, itemId: string): Promise<CheckRow[]> {
  const { rows } = await sql<CheckRow>`select ${checkColumns} from agency_affairs.census_check k
    where k.district = ${district} and k.item_id = ${itemId} order by k.at desc, k.id desc`.execute(db);
  return rows;
}

export async function findCheck(db: Db, district: string, id: string): Promise<CheckRow | undefined> {
  const { rows } = await sql<CheckRow>`select ${checkColumns} from agency_affairs.census_check k
    where k.district = ${district} and k.id = ${id}`.execute(db);
  return rows[0];
}

export async function insertCheck(
  tx: Tx,
  ctx: Ctx,
  check: Pick<
    CheckRow,
    'id' | 'item_id' | 'checked_on' | 'result' | 'person' | 'note' | 'latitude' | 'longitude' | 'accuracy_m'
  > & {
    readonly answers: readonly CensusAnswer[];
    readonly differences: readonly string[];
  },
): Promise<boolean> {
  const { rows } =
    await sql`insert into agency_affairs.census_check (district, id, item_id, checked_on, result, person, note, latitude, longitude,
      accuracy_m, answers, differences, by_id, by_name, at)
    values (${ctx.district}, ${check.id}, ${check.item_id}, ${check.checked_on}, ${check.result}, ${check.person}, ${check.note}, ${check.latitude},
      ${check.longitude}, ${check.accuracy_m}, ${JSON.stringify(check.answers)}, ${JSON.stringify(check.differences)}, ${ctx.actor.userId},
      ${ctx.actor.displayName}, ${ctx.now})
    on conflict (district, id) do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

export async function setItemRequest(tx: Tx, district: string, id: string, requestId: string): Promise<void> {
  await sql`update agency_affairs.census_item set request_id = ${requestId} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

export async function insertCensus(
  tx: Tx,
  ctx: Ctx,
  census: {
    readonly id: string;
    readonly title: string;
    readonly fromOn: string;
    readonly toOn: string;
    readonly towns: readonly string[];
  },
  items: readonly { readonly id: string; readonly agency: Pick<AgencyRow, 'id' | 'name' | 'town_code'> }[],
): Promise<void> {
  await sql`insert into agency_affairs.census (district, id, title, from_on, to_on, towns, state, created_by, created_at)
    values (${ctx.district}, ${census.id}, ${census.title}, ${census.fromOn}, ${census.toOn}, ${census.towns}::text[], 'running',
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  await sql`insert into agency_affairs.census_item (district, id, census_id, agency_id, name, town_code)
    select ${ctx.district}, x.id, ${census.id}, x."agencyId", x.name, x.town from json_to_recordset(${JSON.stringify(
      items.map(({ id, agency }) => ({ id, agencyId: agency.id, name: agency.name, town: agency.town_code })),
    )}::json) as x(id uuid, "agencyId" uuid, name text, town text)`.execute(tx);
}

export async function endCensus(tx: Tx, ctx: Ctx, id: string, note: string): Promise<boolean> {
  const { rows } =
    await sql`update agency_affairs.census set state = 'closed', closed_on = ${ctx.today}, close_note = ${note}
    where district = ${ctx.district} and id = ${id} and state = 'running' returning 1`.execute(tx);
  return rows.length > 0;
}

export async function insertPhoto(
  tx: Tx,
  ctx: Ctx,
  photo: {
    readonly checkId: string;
    readonly sha256: string;
    readonly position: number;
    readonly fileName: string;
    readonly mediaType: string;
    readonly size: number;
  },
): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${photo.sha256}, ${photo.size})
    on conflict do nothing`.execute(tx);
  await sql`insert into agency_affairs.census_photo (district, check_id, sha256, position, file_name, media_type, size, at)
    values (${ctx.district}, ${photo.checkId}, ${photo.sha256}, ${photo.position}, ${photo.fileName}, ${photo.mediaType}, ${photo.size}, ${ctx.now})
    on conflict do nothing`.execute(tx);
}

export async function findPhoto(db: Db, district: string, checkId: string, sha256: string) {
  const { rows } = await sql<{
    fileName: string;
    mediaType: string;
  }>`select file_name as "fileName", media_type as "mediaType"
    from agency_affairs.census_photo where district = ${district} and check_id = ${checkId} and sha256 = ${sha256}`.execute(
    db,
  );
  return rows[0];
}
