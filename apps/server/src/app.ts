import { mkdirSync } from 'node:fs';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { pino } from 'pino';
import { syncOrganisation } from './modules/organisation/index.ts';
import { syncPolicies } from './modules/policies/index.ts';
import { createModules, type ModuleSet } from './modules.ts';
import type { Config } from './platform/config/config.ts';
import { inTransaction, type Log, type Services, systemContext } from './platform/context/context.ts';
import { createServices } from './platform/create-services.ts';
import { assertDatabaseFit, createDatabase, createPool, DatabaseUnfitError } from './platform/database/database.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from './platform/database/embedded/cluster.ts';
import { migrate } from './platform/database/migrate.ts';
import { prepareFacts } from './platform/facts/index.ts';
import { createFileStore } from './platform/files/create-file-store.ts';
import { loadJurisdiction } from './platform/jurisdiction/jurisdiction.ts';

export interface World extends ModuleSet {
  readonly config: Config;
  readonly services: Services;
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  /** Present when this process started or adopted the embedded PostgreSQL. */
  readonly cluster: EmbeddedCluster | undefined;
  /** Closes the connections; the embedded server goes on unless `stopCluster`. */
  close(options?: { stopCluster?: boolean }): Promise<void>;
}

async function prepareSchema(pool: pg.Pool, services: Services): Promise<void> {
  await migrate(services.db);
  await runMigrations({ pgPool: pool });
  const { code, name, demo } = services.district;
  await sql`insert into platform.district (code, name, demo) values (${code}, ${name}, ${demo})
    on conflict (code) do update set name = excluded.name`.execute(services.db);
  const ctx = systemContext(services, 'start');
  await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, services.jurisdiction));
  await prepareFacts(ctx);
  await syncPolicies(ctx);
}

const DAY_MS = 86_400_000;

const UNGUARDED =
  'DATABASE_URL 的数据库用户是超级用户或带 BYPASSRLS，行级安全对其无效：请改用普通用户（见 docs/runbooks/install.md）。';

/** Connections of a district. An office's data is served by a role that row-level security binds, or not at all. */
async function openPool(
  url: string,
  district: string,
  { config, log, size }: { config: Config; log: Log; size: number },
): Promise<pg.Pool> {
  const pool = createPool(url, district, size);
  try {
    const { guarded } = await assertDatabaseFit(pool, district);
    if (!guarded && config.mode === 'production') throw new DatabaseUnfitError(UNGUARDED);
    if (!guarded) log.warn({}, UNGUARDED);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/**
 * The composition root: settings → database → registries of all modules. Every entry point (HTTP, worker, command
 * line) opens the same world.
 * @param prepare also migrates; one process does this before the others start
 */
export async function openWorld(config: Config, { prepare = true, poolSize = 20 } = {}): Promise<World> {
  mkdirSync(config.dataDir, { recursive: true });
  const cluster = config.databaseUrl === undefined ? await startEmbeddedCluster(config.dataDir) : undefined;
  const databaseUrl = cluster?.url ?? (config.databaseUrl as string);
  const jurisdiction = await loadJurisdiction(config.jurisdiction);
  const log = pino({ level: config.logLevel });
  const pool = await openPool(databaseUrl, jurisdiction.district.code, { config, log, size: poolSize });
  const db = createDatabase(pool);
  const { modules, tasks } = createModules();
  const services = createServices(
    {
      config,
      db,
      pool,
      files: createFileStore(config),
      log,
      clock: { now: () => new Date(Date.now() + config.daysAhead * DAY_MS) },
      jurisdiction,
      demo: config.mode === 'demo',
    },
    modules,
  );
  if (prepare) await prepareSchema(pool, services);
  return {
    config,
    services,
    pool,
    databaseUrl,
    cluster,
    modules,
    tasks,
    async close(options) {
      await db.destroy();
      if (options?.stopCluster) await cluster?.stop();
    },
  };
}
