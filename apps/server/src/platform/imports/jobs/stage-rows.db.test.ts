import { EventEmitter } from 'node:events';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import type { ImportKind } from '../import-kind.ts';
import type { RawRow, TableSource } from '../readers/index.ts';
import { stageRows } from './stage-rows.ts';

const SHEET = '名单';
/** Far more than fits into the buffers between here and the server, so that most batches have to wait. */
const BATCHES = 25;
const ROWS = 200;

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase([]);
});
afterAll(() => test?.close());

const kind = {
  recordType: { type: 'party' },
  check: (cells: ReadonlyMap<string, string>) => ({ recordKey: cells.get('name'), values: {}, issues: [] }),
} as unknown as ImportKind;

async function* batches(): AsyncGenerator<RawRow[]> {
  for (let batch = 0; batch < BATCHES; batch++)
    yield Array.from({ length: ROWS }, (_, n): RawRow => {
      const line = batch * ROWS + n + 1;
      return { line, cells: [`企业${line}`, '甲'.repeat(4000)] } as unknown as RawRow;
    });
}

const source = {
  sheets: async function* () {
    yield { name: SHEET, rows: batches };
  },
} as unknown as TableSource;

function stage(importId: string, onBatch: (rows: number) => Promise<void>, pool: Pool = test.pool) {
  return stageRows(source, {
    pool,
    services: test.services,
    district: test.services.district.code,
    importId,
    kind,
    mapping: [{ sheet: SHEET, included: true, columns: [{ field: 'name' }, { field: null }] }] as never,
    contextOf: () => ({}) as never,
    onBatch,
  });
}

const count = async (importId: string) => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from imports.import_row where import_id = ${importId}`.execute(test.services.db);
  return rows[0]?.n;
};

/** The pool, and the stream of the COPY that is begun through it. */
function watchedPool(): { pool: Pool; listeners: () => number } {
  let copy: EventEmitter | undefined;
  const connect = async () => {
    const client = await test.pool.connect();
    return new Proxy(client, {
      get(target, name) {
        if (name !== 'query') {
          const value = Reflect.get(target, name) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return (...given: unknown[]) => {
          const answer = (target.query as (...all: unknown[]) => unknown)(...given);
          if (answer instanceof EventEmitter) copy = answer;
          return answer;
        };
      },
    });
  };
  return { pool: { connect } as unknown as Pool, listeners: () => copy?.listenerCount('error') ?? 0 };
}

it('stages any number of batches without gathering listeners', async () => {
  const importId = uuidv7();
  const { pool, listeners } = watchedPool();
  let most = 0;
  const look = async () => {
    most = Math.max(most, listeners());
  };
  const staged = await stage(importId, look, pool);
  expect(staged).toEqual({ rows: BATCHES * ROWS, repeated: false });
  expect(await count(importId)).toBe(BATCHES * ROWS);
  // Its own, and those of the connection.
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(5);
});

it.each([10, BATCHES])(
  'ends with the error, and leaves no row, when the database goes away after batch %d',
  async (batch) => {
    const importId = uuidv7();
    const cut = (rows: number) =>
      rows === ROWS * batch
        ? sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy imports.import_row%' and datname = current_database()`.execute(
            test.services.db,
          )
        : undefined;
    await expect(stage(importId, async (rows) => void (await cut(rows)))).rejects.toThrow();
    expect(await count(importId)).toBe(0);
  },
);
