import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

/** What a scope reaches of files `f`: towns, bodies, the own party. */
export const reached = (scope: Scope): RawBuilder<boolean> =>
  scope.kind === 'district'
    ? sql<boolean>`true`
    : sql<boolean>`(f.town_code = any(${[...scope.towns]}::text[]) or f.organisations && ${[...scope.organisations]}::text[]
        or f.party_id = any(${[...scope.parties]}::uuid[]))`;

/** One page of a list with the exact total, ordered by one of `orders` or by `first`. */
export async function selectPageOf<Row>(
  db: Db,
  list: {
    readonly columns: RawBuilder<unknown>;
    readonly source: RawBuilder<unknown>;
    readonly tests: readonly RawBuilder<unknown>[];
    readonly orders: Readonly<Record<string, RawBuilder<unknown>>>;
    readonly first: RawBuilder<unknown>;
    readonly page: PageRequest;
  },
): Promise<{ readonly rows: Row[]; readonly total: number }> {
  const { page, pageSize, sort } = list.page;
  const where = sql.join([...list.tests], sql` and `);
  const key = sort?.replace(/^-/, '') ?? '';
  const order = Object.hasOwn(list.orders, key)
    ? sql`${list.orders[key]} ${sort?.startsWith('-') ? sql`desc` : sql`asc`} nulls last`
    : list.first;
  const { rows } = await sql<Row>`select ${list.columns} from ${list.source} where ${where}
    order by ${order}, m.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from ${list.source} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** Rows as one JSON parameter for `json_to_recordset`. */
export const asJson = (value: unknown): string => JSON.stringify(value);
