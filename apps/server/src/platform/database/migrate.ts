import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

export const MIGRATIONS_DIR = fileURLToPath(new URL('../../../../../database/migrations', import.meta.url));

class SqlFiles implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const names = readdirSync(MIGRATIONS_DIR).filter((name) => name.endsWith('.sql'));
    return Object.fromEntries(
      names.map((name) => [
        name.replace(/\.sql$/, ''),
        {
          up: (db) =>
            sql
              .raw(readFileSync(join(MIGRATIONS_DIR, name), 'utf8'))
              .execute(db)
              .then(() => undefined),
        },
      ]),
    );
  }
}

export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** Brings the schema up to date; forward only. Returns the names of the migrations that ran. */
export async function migrate(db: Database): Promise<string[]> {
  await sql`create schema if not exists platform`.execute(db);
  const migrator = new Migrator({
    db,
    provider: new SqlFiles(),
    migrationTableSchema: 'platform',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? '?';
    const cause = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`数据库迁移 ${failed} 失败：${cause}`, { cause: error });
  }
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}
