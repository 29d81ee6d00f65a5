import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { World } from '../apps/server/src/app.ts';
import { demoAccounts, ensureDemoAccounts } from '../apps/server/src/platform/auth/index.ts';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { buildApp } from '../apps/server/src/platform/http/build-app.ts';
import { drainJobs } from '../apps/server/src/platform/jobs/drain-jobs.ts';
import { type BenchLine, percentile, round } from './bench-world.ts';
import { openFactDistrict, PARTIES } from './fact-district.ts';

const CONCURRENT = 10;
const REQUESTS = 300;
const PEER_REQUESTS = 3;
const LEAST_INDICATORS = 40;
const BAR_MS = 150;

/** Facts of today, then figures of today and of past days, as the worker makes them. */
async function settle(world: World): Promise<void> {
  const ctx = systemContext(world.services, 'bench');
  await drainJobs(world.services, world.tasks);
  await world.modules.find((module) => module.name === 'plan')?.warmUp?.(ctx);
  await drainJobs(world.services, world.tasks);
}

/** Milliseconds of each request, ten at a time over kept sockets, asked by a process of its own as browsers would. */
async function measure(origin: string, cookie: string, path: string, count: number): Promise<number[]> {
  const client = fork(new URL('lists-client.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  client.send({ origin, cookie, paths: Array.from({ length: count }, () => path), concurrent: CONCURRENT });
  const [answer] = (await once(client, 'message')) as [{ took?: number[]; error?: string }];
  client.disconnect();
  if (answer.took === undefined) throw new Error(answer.error);
  return answer.took;
}

interface Answer {
  readonly chapters: { clauses: { indicators: { value: number | null }[] }[] }[];
  readonly freshness: { pending: boolean };
}

export async function runPlanBench(): Promise<BenchLine[]> {
  const world = await openFactDistrict();
  await settle(world);
  await ensureDemoAccounts(world.services, demoAccounts(world.services));
  const app = await buildApp(
    world.services,
    world.modules.flatMap((module) => module.routes),
  );
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const [account] = demoAccounts(world.services);
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account?.username, password: account?.password }),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] as string;
  const plan = (await (await fetch(`${origin}/api/plan`, { headers: { cookie } })).json()) as Answer;
  const indicators = plan.chapters.flatMap((chapter) => chapter.clauses.flatMap((clause) => clause.indicators));
  const counted = indicators.filter((one) => one.value !== null).length;
  if (counted < LEAST_INDICATORS || plan.freshness.pending) throw new Error(`${counted} indicators, pending figures`);
  await measure(origin, cookie, '/api/plan', 50);
  const took = await measure(origin, cookie, '/api/plan', REQUESTS);
  // The peer: the same page with every figure counted when it is asked for, one request at a time.
  const peer: number[] = [];
  for (let i = 0; i < PEER_REQUESTS; i++) {
    const started = performance.now();
    await (await fetch(`${origin}/api/plan?asOf=2026-0${i + 4}-15`, { headers: { cookie } })).arrayBuffer();
    peer.push(performance.now() - started);
  }
  await app.close();
  await world.close();
  const p95 = percentile(took, 0.95);
  return [
    {
      bench: 'plan',
      metric: `plan page, ${counted} indicators over ${PARTIES.toLocaleString('en')} enterprises, ${CONCURRENT} concurrent: p95`,
      value: round(p95),
      unit: 'ms',
      peer: 'the same page of a day whose figures are not stored, one at a time: p95',
      peerValue: round(percentile(peer, 0.95)),
      bar: BAR_MS,
      met: p95 <= BAR_MS,
    },
  ];
}
