import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createDatabase, createPool } from '../database/database.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../database/embedded/cluster.ts';
import { MIGRATIONS_DIR, migrate } from '../database/migrate.ts';

const DATA_DIR = fileURLToPath(new URL('../../../../../.data/test', import.meta.url));

function schemaFingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS_DIR).sort())
    hash.update(name).update(readFileSync(join(MIGRATIONS_DIR, name)));
  return hash.digest('hex').slice(0, 12);
}

export interface TestCluster {
  readonly adminUrl: string;
  readonly template: string;
  stop(): Promise<void>;
}

function withDatabase(url: string, database: string): string {
  const next = new URL(url);
  next.pathname = `/${database}`;
  return next.toString();
}

/** Test databases carry the process that made them: those of processes that are gone are nobody's. */
function isLeftOver(database: string): boolean {
  const pid = Number(/^jince_t_(\d+)_/.exec(database)?.[1]);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH';
  }
}

async function prepareTemplate(adminUrl: string, template: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Two runs starting at the same moment make the template one after the other.
    await admin.query("select pg_advisory_lock(hashtext('jince test template'))");
    const { rows } = await admin.query<{ datname: string }>(
      "select datname from pg_database where datname like 'jince\\_t\\_%'",
    );
    for (const row of rows.filter((one) => isLeftOver(one.datname)))
      await admin.query(`drop database if exists ${admin.escapeIdentifier(row.datname)} with (force)`);
    const found = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount !== 0) return;
    const draft = `${template}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    await admin.query(`create database ${draft}`);
    const pool = createPool(withDatabase(adminUrl, draft), '', 4);
    const db = createDatabase(pool);
    await migrate(db);
    await runMigrations({ pgPool: pool });
    await db.destroy();
    await admin.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await admin.end();
  }
}

/** Starts or adopts the embedded server; another run may be starting it at this very moment. */
async function startSharedCluster(): Promise<EmbeddedCluster> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await startEmbeddedCluster(DATA_DIR, 'jince_tests');
    } catch (error) {
      if (attempt >= 3) throw error;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

const RUN_NAME = 'jince test run';

/** Says that a run uses the server; `leave` tells whether it was the last one. */
async function enterRun(adminUrl: string): Promise<{ leave(): Promise<boolean> }> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: RUN_NAME });
  client.on('error', () => undefined);
  await client.connect();
  return {
    async leave() {
      const { rows } = await client.query<{ others: string }>(
        'select count(*) as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
        [RUN_NAME],
      );
      await client.end();
      return rows[0]?.others === '0';
    },
  };
}

/**
 * One PostgreSQL for all test files: the one named by TEST_DATABASE_URL or an embedded one below .data/test. Several
 * runs may share it: the last to leave stops it.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given === undefined ? await startSharedCluster() : undefined;
  const adminUrl = cluster?.url ?? (given as string);
  const run = await enterRun(adminUrl);
  const template = `jince_template_${schemaFingerprint()}`;
  await prepareTemplate(adminUrl, template);
  return {
    adminUrl,
    template,
    async stop() {
      if (await run.leave()) await cluster?.stop();
    },
  };
}

/** A fresh database with the whole schema, cloned from the template in a fraction of a second. */
export async function cloneDatabase(
  adminUrl: string,
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `jince_t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const run = async (statement: string) => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    try {
      await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  const insist = async (statement: string, code: string) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await run(statement);
      } catch (error) {
        if (attempt >= 20 || (error as { code?: string }).code !== code) throw error;
        await new Promise((done) => setTimeout(done, 100 + attempt * 50));
      }
    }
  };
  // Two files cloning at the same moment: the template is busy for a blink.
  await insist(`create database ${name} template ${template}`, '55006');
  return {
    url: withDatabase(adminUrl, name),
    // A vacuum worker of the server may be at work there, which only the server itself may end.
    drop: () => insist(`drop database if exists ${name} with (force)`, '42501'),
  };
}
