import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld } from './app.ts';
import { loadConfig } from './platform/config/config.ts';
import { createPool, DatabaseUnfitError } from './platform/database/database.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from './platform/database/embedded/cluster.ts';

let folder: string;
let cluster: EmbeddedCluster;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jince-world-'));
  cluster = await startEmbeddedCluster(folder);
}, 60_000);
afterAll(async () => {
  await cluster?.stop();
  if (cluster !== undefined && !cluster.stateDir.startsWith(folder))
    rmSync(cluster.stateDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

function configOf(mode: 'demo' | 'production', url: string) {
  return loadConfig({
    JINCE_MODE: mode,
    JINCE_DATA_DIR: folder,
    JINCE_SECRET: 'a secret for tests only, 0123456789 abcdef',
    JINCE_PUBLIC_URL: 'https://jince.example',
    JINCE_LOG_LEVEL: 'silent',
    DATABASE_URL: url,
  });
}

function asSuperuser(): string {
  const url = new URL(cluster.url);
  url.username = 'postgres';
  url.password = readFileSync(join(cluster.stateDir, 'password'), 'utf8').trim();
  return url.toString();
}

describe('a world', () => {
  it('is not opened in production by a role that row-level security does not bind', async () => {
    await expect(openWorld(configOf('production', asSuperuser()), { prepare: false })).rejects.toThrow(
      new DatabaseUnfitError(
        'DATABASE_URL 的数据库用户是超级用户或带 BYPASSRLS，行级安全对其无效：请改用普通用户（见 docs/runbooks/install.md）。',
      ),
    );
  });

  it('is opened by such a role in a trial, and by a plain role in production, each bound to its district', async () => {
    for (const config of [configOf('demo', asSuperuser()), configOf('production', cluster.url)]) {
      const world = await openWorld(config, { prepare: false });
      const { rows } = await world.pool.query("select current_setting('jince.district', true) as district");
      expect(rows).toEqual([{ district: world.services.district.code }]);
      await world.close();
    }
  });

  it('is not opened where the district does not arrive', async () => {
    const url = new URL(cluster.url);
    url.searchParams.set('options', '-c work_mem=4MB');
    await expect(openWorld(configOf('demo', url.toString()), { prepare: false })).rejects.toThrow('jince.district');
    const bare = createPool(cluster.url, '', 1);
    expect((await bare.query("select current_setting('jince.district', true) as district")).rows).toEqual([
      { district: '' },
    ]);
    await bare.end();
  });
});
