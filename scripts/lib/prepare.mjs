// What every script needs first, under whatever Node is installed (≥ 20.19): the locked dependencies and Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const OLDEST = [24, 7];

function installIfMissing() {
  const wanted = ['fastify', 'vitest', 'dependency-cruiser', '@playwright/test'];
  if (wanted.every((name) => existsSync(join(root, 'node_modules', name)))) return;
  console.log('正在安装依赖（按 package-lock.json）…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('依赖安装失败：请检查网络或 npm 源（npm config get registry）后重试。');
  process.exit(1);
}

/** Path of the Node that runs the TypeScript: the bundled one, else the one at hand when it is new enough. */
function findNode() {
  const bundled = join(root, 'node_modules', '.bin', 'node');
  const node = existsSync(bundled) ? bundled : process.execPath;
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  const [major, minor] = (stdout ?? '0.0').split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return node;
  console.error(`需要 Node ${OLDEST.join('.')} 或更高版本（或可安装随附版本的平台）；当前为 ${major}.${minor}。`);
  return process.exit(1);
}

/** Runs a TypeScript file of this repository with Node 24 in the repository's root, and ends as it ends. */
export function runScript(file, args = process.argv.slice(2)) {
  process.chdir(root);
  installIfMissing();
  const node = findNode();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
