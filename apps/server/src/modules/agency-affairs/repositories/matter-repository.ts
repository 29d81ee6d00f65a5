import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Db } from '../../../platform/database/database.ts';
import { within } from './agency-repository.ts';

/** What every matter with a file has; queries call it `m` and its file `f`. */
export interface MatterRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly town_code: string | null;
  readonly updated_at: string;
}

export interface MatterFilter {
  readonly q?: string | undefined;
  readonly state?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly agency?: string | undefined;
  readonly party?: string | undefined;
  readonly closed?: boolean | undefined;
}

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

/** Conditions every list of matters has, the reach of the reader among them. */
export function matterTests(
  district: string,
  scope: Scope,
  filter: MatterFilter,
  name: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  const tests: RawBuilder<unknown>[] = [sql`m.district = ${district}`, within(scope, 'm')];
  const q = filter.q?.trim();
  if (q) {
    const pattern = containsPattern(q);
    tests.push(sql`(${name} ilike ${pattern} or f.number ilike ${pattern})`);
  }
  if (filter.state?.length) tests.push(sql`f.state = any(${filter.state}::text[])`);
  if (filter.town?.length) tests.push(sql`coalesce(m.town_code, 'none') = any(${filter.town}::text[])`);
  if (filter.agency !== undefined) tests.push(sql`m.agency_id = ${filter.agency}`);
  if (filter.party !== undefined) tests.push(sql`m.party_id = ${filter.party}`);
  if (filter.closed !== undefined) tests.push(filter.closed ? sql`f.closed_at is not null` : sql`f.closed_at is null`);
  return tests;
}

/** One page of a list with the exact total; newest first unless sorted by one of `orders`. */
export async function selectPageOf<Row>(
  db: Db,
  list: {
    readonly columns: RawBuilder<unknown>;
    readonly source: RawBuilder<unknown>;
    readonly tests: readonly RawBuilder<unknown>[];
    readonly orders: Readonly<Record<string, RawBuilder<unknown>>>;
    readonly page: PageRequest;
  },
): Promise<{ readonly rows: Row[]; readonly total: number }> {
  const { page, pageSize, sort } = list.page;
  const where = sql.join([...list.tests], sql` and `);
  const key = sort?.replace(/^-/, '') ?? '';
  const known = Object.hasOwn(list.orders, key);
  const column = known ? (list.orders[key] as RawBuilder<unknown>) : sql`f.number`;
  const descending = !known || sort?.startsWith('-') === true;
  const { rows } = await sql<Row>`select ${list.columns} from ${list.source} where ${where}
    order by ${column} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, m.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from ${list.source} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}
