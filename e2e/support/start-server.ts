import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedCluster } from '../../apps/server/src/platform/database/embedded/cluster.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, '.data/e2e');
const LOG = join(FOLDER, 'server.log');
const DATABASE = 'jince_e2e';
const START_LIMIT_MS = 300_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

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

async function waitUntilServed(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(250);
  }
  const tail = existsSync(LOG) ? readFileSync(LOG, 'utf8').split('\n').slice(-30).join('\n') : '';
  throw new Error(`the server did not come up; end of ${LOG}:\n${tail}`);
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill('SIGTERM');
  });
}

/**
 * Starts the product as `npm start` does, on a free port, with an empty database and a tenth of the demo district.
 * JINCE_E2E_URL names a running one to use instead.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.JINCE_E2E_URL !== undefined) return async () => undefined;
  mkdirSync(FOLDER, { recursive: true });
  rmSync(join(FOLDER, 'data'), { recursive: true, force: true });
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given === undefined ? await startEmbeddedCluster(FOLDER, 'jince_e2e_admin') : undefined;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(LOG, 'w');
  const databaseUrl = await freshDatabase(cluster?.url ?? (given as string));
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'apps/server/src/start.ts'], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: '',
      NODE_OPTIONS: '',
      JINCE_MODE: 'demo',
      JINCE_DEMO_SCALE: process.env.JINCE_DEMO_SCALE ?? '0.1',
      JINCE_DATA_DIR: join(FOLDER, 'data'),
      DATABASE_URL: databaseUrl,
      PORT: String(port),
    },
  });
  try {
    await waitUntilServed(url, server);
  } catch (error) {
    await stop(server);
    await cluster?.stop();
    throw error;
  }
  process.env.JINCE_E2E_URL = url;
  process.env.JINCE_E2E_DATABASE = databaseUrl;
  return async () => {
    await stop(server);
    await cluster?.stop();
  };
}
