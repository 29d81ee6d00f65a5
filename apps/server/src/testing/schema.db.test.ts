import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpSchema, SCHEMA_FILE } from '../platform/database/dump-schema.ts';
import { openTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase([]);
});
afterAll(() => db.close());

/** Kysely's own book-keeping. */
const OWN = ['platform.migration', 'platform.migration_lock'];

describe('schema', () => {
  it('is what database/schema.sql says (npm run db:dump)', async () => {
    expect(await dumpSchema(db.pool)).toBe(readFileSync(SCHEMA_FILE, 'utf8'));
  });

  it('explains every table and leads every key with the district', async () => {
    const { rows } = await sql<{ table: string; comment: string | null; first: string | null }>`
      select n.nspname || '.' || c.relname as "table", obj_description(c.oid) as comment,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisprimary) as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and n.nspname not like 'pg\\_%'
      order by 1`.execute(db.services.db);
    const tables = rows.filter((row) => !OWN.includes(row.table));
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((row) => row.comment === null).map((row) => row.table)).toEqual([]);
    expect(tables.filter((row) => row.first !== 'district').map((row) => row.table)).toEqual(['platform.district']);
  });
});
