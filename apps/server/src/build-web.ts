import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { constants, createGzip } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DIST = join(ROOT, 'apps/web/dist');
const STAMP = join(DIST, '.built-from');
const COMPRESSED = /\.(js|css|svg|html|json)$/;

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist') yield* files(path);
    } else yield path;
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['apps/web', 'packages/contract']) {
    for (const path of files(join(ROOT, folder))) hash.update(path).update(readFileSync(path));
  }
  return hash.update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex');
}

async function compressAll(): Promise<void> {
  for (const path of files(DIST)) {
    if (!COMPRESSED.test(path) || statSync(path).size < 1024) continue;
    await pipeline(
      createReadStream(path),
      createGzip({ level: constants.Z_BEST_COMPRESSION }),
      createWriteStream(`${path}.gz`),
    );
  }
}

/** Builds the console unless the built one is of these very sources. */
export async function buildWebIfStale(say: (line: string) => void): Promise<void> {
  const now = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  say('正在构建控制台页面…');
  await new Promise<void>((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'node_modules/vite/bin/vite.js'),
        'build',
        '--config',
        'apps/web/vite.config.ts',
        '--logLevel',
        'warn',
      ],
      { cwd: ROOT, stdio: 'inherit' },
    );
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error('控制台页面构建失败，详见上面的输出。'))));
  });
  await compressAll();
  writeFileSync(STAMP, now);
}
