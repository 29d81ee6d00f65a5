import { type ChildProcess, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorld, type World } from './app.ts';
import { buildWebIfStale } from './build-web.ts';
import { ConfigError, loadConfig } from './platform/config/config.ts';
import { isEmptyDistrict, seedDemo, seedDemoAccounts } from './seed-demo.ts';

/** The supervisor behind `npm start`: one database, one HTTP process, one worker; stops them together. */
const dev = process.argv.includes('--dev');
const say = (line: string) => void process.stdout.write(`${line}\n`);
const here = fileURLToPath(new URL('.', import.meta.url));

function child(entry: string, world: World): { process: ChildProcess; ready: Promise<void> } {
  const process_ = fork(join(here, entry), [], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...(dev ? ['--watch', '--watch-preserve-output'] : [])],
    env: {
      ...process.env,
      DATABASE_URL: world.databaseUrl,
      JINCE_PREPARED: 'true',
      JINCE_LOG_LEVEL: process.env.JINCE_LOG_LEVEL ?? 'warn',
    },
  });
  const ready = new Promise<void>((done, fail) => {
    process_.on('message', () => done());
    process_.once('exit', (code) => fail(new Error(`${entry} 启动失败（退出码 ${code}），详见上面的输出。`)));
    if (dev) setTimeout(done, 4000);
  });
  return { process: process_, ready };
}

async function firstFill(world: World): Promise<void> {
  if (world.config.mode !== 'demo' || !(await isEmptyDistrict(world))) return;
  say('数据库是空的：正在生成并导入演示辖区（约半分钟，只做一次）…');
  const scale = Number(process.env.JINCE_DEMO_SCALE ?? 1);
  if (!(scale > 0 && scale <= 400)) throw new ConfigError('JINCE_DEMO_SCALE 应为 0 到 400 之间的数。');
  await seedDemo(world, { folder: join(world.config.dataDir, 'demo'), scale, say });
}

function announce(world: World, accounts: readonly { username: string; password: string; label: string }[]): void {
  say(`\n  锦策 Jince 已启动：http://localhost:${world.config.port}\n`);
  if (accounts.length > 0) {
    say('  演示账号（仅演示模式；口令相同）：');
    for (const account of accounts) say(`    ${account.username.padEnd(12)} ${account.password}   ${account.label}`);
    say('');
  }
  say('  按 Ctrl-C 停止。');
}

function stopChild(child: ChildProcess, done: () => void): void {
  if (child.exitCode !== null || child.signalCode !== null) {
    done();
    return;
  }
  child.once('exit', done);
  child.kill('SIGTERM');
}

async function main(): Promise<void> {
  const config = loadConfig({ ...process.env, JINCE_LOG_LEVEL: process.env.JINCE_LOG_LEVEL ?? 'warn' });
  const web = dev ? undefined : buildWebIfStale(say);
  const world = await openWorld(config, { poolSize: 8 });
  await firstFill(world);
  const accounts = config.mode === 'demo' ? await seedDemoAccounts(world) : [];
  await web;
  const children = [child('http.ts', world), child('worker.ts', world)];
  const vite = dev
    ? spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--config', 'apps/web/vite.config.ts'], {
        stdio: 'inherit',
      })
    : undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    vite?.kill();
    await Promise.all(children.map(({ process: p }) => new Promise<void>((done) => stopChild(p, done))));
    await world.close({ stopCluster: true });
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  try {
    await Promise.all(children.map((c) => c.ready));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return stop(1);
  }
  for (const c of children) {
    c.process.on('exit', () => {
      if (!stopping) process.stderr.write('有一个进程意外退出，正在停止其余进程。\n');
      void stop(1);
    });
  }
  announce(world, accounts);
}

main().catch((error: unknown) => {
  const known =
    error instanceof ConfigError ||
    (error instanceof Error && /Error$/.test(error.name) && error.name !== 'Error' && error.name !== 'TypeError');
  process.stderr.write(`${known ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
