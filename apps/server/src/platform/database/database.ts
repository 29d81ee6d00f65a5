import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

// Dates without time stay text (YYYY-MM-DD); bigint counts fit a double here (rows and fen below 2^53).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** SQL is written in repositories with `sql` templates; the table types are theirs, so the handle is not tied to one schema type. */
export type Database = Kysely<Record<string, never>>;
export type Tx = Transaction<Record<string, never>>;
export type Db = Database | Tx;

export class DatabaseUnfitError extends Error {
  override name = 'DatabaseUnfitError';
}

/**
 * Connections that serve one district: row-level security shows them its rows alone, inside a transaction and outside,
 * whatever a query asks for. `inTransaction` sets the district of its context on top.
 * @param district code of the jurisdiction; '' for work on the schema only, which then sees no guarded row
 */
export function createPool(url: string, district: string, max = 20): pg.Pool {
  if (!/^[\w-]*$/.test(district)) throw new DatabaseUnfitError(`'${district}' is no code of a district`);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    application_name: 'jince',
    // Part of the connection's start, not a statement after it: no query comes before, RESET and DISCARD return to it.
    options: `-c jince.district=${district}`,
  });
  // An idle connection lost to a restart of the server is replaced on next use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Refuses a database on which Chinese text search would silently find nothing, that is too old, or behind a pooler
 * that does not hand the district on (row-level security would show nothing).
 * @returns whether the role is bound by row-level security; superusers and roles with BYPASSRLS are not
 * @throws {DatabaseUnfitError}
 */
export async function assertDatabaseFit(pool: pg.Pool, district: string): Promise<{ readonly guarded: boolean }> {
  const { rows } = await pool.query<{
    version: number;
    encoding: string;
    lower: boolean;
    district: string | null;
    bypasses: boolean;
  }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
            lower('Ä') = 'ä' as lower, current_setting('jince.district', true) as district,
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses`,
  );
  const row = rows[0];
  if (row === undefined || row.version < 150000) {
    throw new DatabaseUnfitError('数据库版本过低：需要 PostgreSQL 15 或更高版本。');
  }
  if (row.encoding !== 'UTF8' || !row.lower) {
    throw new DatabaseUnfitError(
      '数据库的编码或区域设置不认识中文：请以 UTF8 编码、C.UTF-8 或 zh_CN.UTF-8 区域重建数据库。',
    );
  }
  if (row.district !== district) {
    throw new DatabaseUnfitError(
      '连接未带上区划代码（jince.district）：DATABASE_URL 请直连 PostgreSQL，不要自带 options 参数，也不要经过不转发启动参数的连接池。',
    );
  }
  return { guarded: !row.bypasses };
}
