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

export function createPool(url: string, max = 20): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 30_000, application_name: 'jince' });
  // An idle connection lost to a restart of the server is replaced on next use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Refuses a database on which Chinese text search would silently find nothing or that is too old.
 * @throws {DatabaseUnfitError}
 */
export async function assertDatabaseFit(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number; encoding: string; lower: boolean }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
            lower('Ä') = 'ä' as lower`,
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
}
