import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assertDatabaseFit, createPool } from '../database.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from './cluster.ts';

let folder: string;
let running: EmbeddedCluster | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-cluster-'));
});
afterEach(async () => {
  await running?.stop();
  if (running !== undefined && !running.stateDir.startsWith(folder))
    rmSync(running.stateDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

it('starts from nothing, is adopted by the next process, and keeps its data over a stop', async () => {
  running = await startEmbeddedCluster(folder);
  await query(running.url, "create table kept (name text); insert into kept values ('吴江')");
  const adopted = await startEmbeddedCluster(folder);
  expect(adopted.port).toBe(running.port);
  await running.stop();
  running = await startEmbeddedCluster(folder);
  expect(await query(running.url, 'select name from kept')).toEqual([{ name: '吴江' }]);
}, 60_000);

it('gives the application a role that is no superuser, on a database that knows Chinese', async () => {
  running = await startEmbeddedCluster(folder);
  const [role] = await query<{ super: boolean }>(
    running.url,
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  expect(role).toEqual({ super: false });
  const pool = createPool(running.url, '320509', 1);
  expect(await assertDatabaseFit(pool, '320509')).toEqual({ guarded: true });
  await pool.end();
  expect(statSync(join(running.stateDir, 'password')).mode & 0o077).toBe(0);
}, 60_000);
