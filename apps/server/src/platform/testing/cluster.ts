import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createDatabase, createPool } from '../database/database.ts';
import { startEmbeddedCluster } from '../database/embedded/cluster.ts';
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

async function prepareTemplate(adminUrl: string, template: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ datname: string }>(
      "select datname from pg_database where datname like 'jince\\_t\\_%'",
    );
    for (const row of rows)
      await admin.query(`drop database if exists ${admin.escapeIdentifier(row.datname)} with (force)`);
    const found = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount !== 0) return;
    const draft = `${template}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    await admin.query(`create database ${draft}`);
    const pool = createPool(withDatabase(adminUrl, draft), 4);
    const db = createDatabase(pool);
    await migrate(db);
    await runMigrations({ pgPool: pool });
    await db.destroy();
    await admin.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await admin.end();
  }
}

/** One PostgreSQL for all test files: the one named by TEST_DATABASE_URL or an embedded one below .data/test. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given === undefined ? await startEmbeddedCluster(DATA_DIR, 'jince_tests') : undefined;
  const adminUrl = cluster?.url ?? (given as string);
  const template = `jince_template_${schemaFingerprint()}`;
  await prepareTemplate(adminUrl, template);
  return { adminUrl, template, stop: async () => cluster?.stop() };
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
  for (let attempt = 0; ; attempt++) {
    try {
      await run(`create database ${name} template ${template}`);
      break;
    } catch (error) {
      // Two files cloning at the same moment: the template is busy for a blink.
      if (attempt >= 20 || (error as { code?: string }).code !== '55006') throw error;
      await new Promise((done) => setTimeout(done, 100 + attempt * 50));
    }
  }
  return { url: withDatabase(adminUrl, name), drop: () => run(`drop database if exists ${name} with (force)`) };
}
