// `npm start` and `npm run dev`: installs what is missing, builds the console when it is not up to date, prepares the
// database and starts the two processes. Plain JavaScript: it runs under whatever Node is installed (≥ 20.19).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

if (!existsSync(join(root, 'node_modules', 'fastify'))) {
  console.log('正在安装依赖（按 package-lock.json）…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('依赖安装失败：请检查网络或 npm 源（npm config get registry）后重试。');
    process.exit(1);
  }
}

const bundled = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(bundled) ? bundled : process.execPath;
const [major, minor] = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  .stdout.split('.')
  .map(Number);
if (major < 24 || (major === 24 && minor < 7)) {
  console.error(`需要 Node 24.7 或更高版本（或可安装随附版本的平台）；当前为 ${major}.${minor}。`);
  process.exit(1);
}

const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', 'apps/server/src/start.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
