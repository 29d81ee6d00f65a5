import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedCluster } from '../../apps/server/src/platform/database/embedded/cluster.ts';
import { E2E_FOLDER, startProduct } from './server-process.ts';

const DATABASE = 'jince_e2e';

async function freshDatabase(adminUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${DATABASE} with (force)`);
  await admin.query(`create database ${DATABASE}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${DATABASE}`;
  return url.toString();
}

/**
 * Starts the product with an empty database and a tenth of the demo district. JINCE_E2E_URL names a running one to use
 * instead; a journey that goes on at a later day then needs its database and data folder as well (see `later.ts`).
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.JINCE_E2E_URL !== undefined) return async () => undefined;
  const dataDir = join(E2E_FOLDER, 'data');
  mkdirSync(E2E_FOLDER, { recursive: true });
  rmSync(dataDir, { recursive: true, force: true });
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given === undefined ? await startEmbeddedCluster(E2E_FOLDER, 'jince_e2e_admin') : undefined;
  try {
    const databaseUrl = await freshDatabase(cluster?.url ?? (given as string));
    const server = await startProduct(join(E2E_FOLDER, 'server.log'), {
      JINCE_DEMO_SCALE: process.env.JINCE_DEMO_SCALE ?? '0.1',
      JINCE_DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
    });
    process.env.JINCE_E2E_URL = server.url;
    process.env.JINCE_E2E_DATABASE = databaseUrl;
    process.env.JINCE_E2E_DATA = dataDir;
    return async () => {
      await server.stop();
      await cluster?.stop();
    };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}
