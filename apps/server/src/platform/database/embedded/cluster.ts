import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError, prepareBinaries } from './binaries.ts';

/** PostgreSQL refuses to run as root, so it then runs as `nobody`. */
const NOBODY = 65534;
const IS_ROOT = process.getuid?.() === 0;
const RUN_AS = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};

export interface EmbeddedCluster {
  /** Connection string of the application's role and database. */
  readonly url: string;
  readonly port: number;
  readonly stateDir: string;
  /** Stops the server, if this process started it. */
  stop(): Promise<void>;
}

function traversable(path: string): boolean {
  for (let dir = resolve(path); ; dir = dirname(dir)) {
    if (existsSync(dir) && (statSync(dir).mode & 0o001) === 0) return false;
    if (dir === dirname(dir)) return true;
  }
}

/** The state folder: below the data folder, or, where `nobody` could not enter it, one that belongs to it elsewhere. */
function chooseStateDir(dataDir: string): string {
  const inside = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  const usable = !IS_ROOT || traversable(dataDir);
  const dir = usable
    ? inside
    : join('/var/tmp', `jince-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  if (IS_ROOT) chownSync(dir, NOBODY, NOBODY);
  return dir;
}

function secretFile(stateDir: string): string {
  const path = join(stateDir, 'password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (IS_ROOT) chownSync(path, NOBODY, NOBODY);
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new EmbeddedPostgresError('没有可用的本机端口');
  return address.port;
}

function initialise(binaries: string, data: string, passwordFile: string): void {
  // Builtin C.UTF-8: with plain C, pg_trgm sees no Chinese at all (asserted at boot in database.ts).
  const { status, stderr, stdout } = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--lc-messages=C',
      '--no-instructions',
      '--no-sync',
    ],
    { ...RUN_AS, encoding: 'utf8', cwd: dirname(data), env: libraryPath(binaries) },
  );
  if (status !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new EmbeddedPostgresError(`内置数据库初始化失败：\n${stderr || stdout}`);
  }
}

function libraryPath(binaries: string): NodeJS.ProcessEnv {
  return { ...process.env, LD_LIBRARY_PATH: join(binaries, 'lib'), LC_ALL: 'C', TZ: 'UTC' };
}

/** Settings for one small machine: memory is shared with the application. */
function settings(port: number, socketDir: string): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketDir,
    max_connections: '80',
    shared_buffers: '512MB',
    effective_cache_size: '2GB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    wal_compression: 'pglz',
    synchronous_commit: 'on',
    jit: 'off',
    random_page_cost: '1.1',
    dynamic_shared_memory_type: 'mmap',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** A server left over from a killed parent lives on: its pid file says where. */
function readPidFile(data: string): Running | undefined {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || !Number.isInteger(port)) return undefined;
  try {
    process.kill(pid, 0);
    return { pid, port };
  } catch {
    return undefined;
  }
}

function urlOf(port: number, password: string, user: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitUntilReady(url: string, logFile: string, exited: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await answers(url)) return;
    if (exited()) {
      const tail = readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
      throw new EmbeddedPostgresError(`内置数据库未能启动，日志末尾：\n${tail}`);
    }
    await sleep(attempt < 20 ? 25 : 100);
  }
  throw new EmbeddedPostgresError(`内置数据库 60 秒内没有就绪，见 ${logFile}`);
}

/** The application's own role may create schemas and test databases but is no superuser, so row-level security binds it. */
async function ensureRoleAndDatabase(adminUrl: string, password: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'jince'");
    const literal = client.escapeLiteral(password);
    if (role.rowCount === 0) await client.query(`create role jince login createdb password ${literal}`);
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)} owner jince`);
  } finally {
    await client.end();
  }
}

/**
 * Starts (or adopts) the PostgreSQL that comes with the project, with its files below `dataDir`.
 * Works as root and not, without Docker and without an installed database. First start about 2 s, later ones about 0.2 s.
 * @throws {EmbeddedPostgresError} with a sentence that says what to do.
 */
export async function startEmbeddedCluster(dataDir: string, database = 'jince'): Promise<EmbeddedCluster> {
  const stateDir = chooseStateDir(dataDir);
  const binaries = prepareBinaries(stateDir);
  const passwordFile = secretFile(stateDir);
  const password = readFileSync(passwordFile, 'utf8').trim();
  const data = join(stateDir, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, passwordFile);

  const left = readPidFile(data);
  if (left !== undefined && (await answers(urlOf(left.port, password, 'postgres', 'postgres')))) {
    await ensureRoleAndDatabase(urlOf(left.port, password, 'postgres', 'postgres'), password, database);
    return handle(left, stateDir, password, database);
  }

  const port = await freePort();
  const socketDir = join(tmpdir(), `jince-pg-${port}`);
  mkdirSync(socketDir, { recursive: true, mode: 0o700 });
  if (IS_ROOT) chownSync(socketDir, NOBODY, NOBODY);
  const logFile = join(stateDir, 'postgres.log');
  const log = openSync(logFile, 'a', 0o600);
  if (IS_ROOT) chownSync(logFile, NOBODY, NOBODY);
  chmodSync(logFile, 0o600);
  const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, ...settings(port, socketDir)], {
    ...RUN_AS,
    stdio: ['ignore', log, log],
    detached: true,
    cwd: stateDir,
    env: libraryPath(binaries),
  });
  let exited = false;
  child.once('exit', () => {
    exited = true;
  });
  child.unref();
  const adminUrl = urlOf(port, password, 'postgres', 'postgres');
  await waitUntilReady(adminUrl, logFile, () => exited);
  await ensureRoleAndDatabase(adminUrl, password, database);
  return handle({ pid: child.pid as number, port }, stateDir, password, database);
}

function handle(running: Running, stateDir: string, password: string, database: string): EmbeddedCluster {
  return {
    url: urlOf(running.port, password, 'jince', database),
    port: running.port,
    stateDir,
    async stop() {
      try {
        // Fast shutdown: open sessions are ended, nothing committed is lost.
        process.kill(running.pid, 'SIGINT');
      } catch {
        return;
      }
      for (let i = 0; i < 300; i++) {
        try {
          process.kill(running.pid, 0);
        } catch {
          return;
        }
        await sleep(50);
      }
    },
  };
}
