import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { demoAccounts, ensureDemoAccounts } from '../apps/server/src/platform/auth/index.ts';
import { buildApp } from '../apps/server/src/platform/http/build-app.ts';
import { type BenchLine, percentile, randomOf, round } from './bench-world.ts';
import { openDistrict } from './district.ts';

const PARTIES = 100_000;
const CONCURRENT = 10;
const REQUESTS = 600;
const BAR_MS = 60;
const SORTS = ['name', '-name', 'establishedOn', '-establishedOn', 'uscc', 'town', '-validPatents', 'industry'];
const TOWNS = ['320509105', '320509104', '320509001', '320509110'];
const WORDS = [
  '丝',
  '公司',
  '有限公司',
  '化纤织造',
  '苏州锦',
  '电缆有限责任公司',
  '盛泽',
  '华盛瑞',
  '精密机械股份有限公司',
  '苏州金鼎银电子有限公司',
  '光电科技',
  '锦绣华',
];

/** Any page of a list of 100,000 under any sort, filter and Chinese contains-filter. */
function requests(seed: number): string[] {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: REQUESTS }, (_, i) => {
    const query = new URLSearchParams({ sort: pick(SORTS), pageSize: '50' });
    if (i % 2 === 0) query.set('q', pick(WORDS));
    if (i % 3 === 0) query.set('town', pick(TOWNS));
    if (i % 5 === 0) query.set('status', 'active');
    query.set('page', String(1 + Math.floor(random() * (i % 2 === 0 ? 5 : i % 3 === 0 ? 150 : 1900))));
    return `/api/parties?${query}`;
  });
}

/** Milliseconds of each request, ten at a time over kept sockets, asked by a process of its own as a browser would be. */
async function measure(origin: string, cookie: string, seed: number): Promise<number[]> {
  const client = fork(new URL('lists-client.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  client.send({ origin, cookie, paths: requests(seed), concurrent: CONCURRENT });
  const [answer] = (await once(client, 'message')) as [{ took?: number[]; error?: string }];
  client.disconnect();
  if (answer.took === undefined) throw new Error(answer.error);
  return answer.took;
}

export async function runListsBench(): Promise<BenchLine[]> {
  const world = await openDistrict(PARTIES, 0);
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
  // Other requests first, so that code is compiled and connections are open; the measured ones are new.
  await measure(origin, cookie, 5);
  const took = await measure(origin, cookie, 11);
  // The peer: the plain SQL of the same list, one at a time, with count, filter, order and offset.
  const peer: number[] = [];
  const random = randomOf(11);
  for (let i = 0; i < 60; i++) {
    const word = `%${WORDS[Math.floor(random() * WORDS.length)]}%`;
    const started = performance.now();
    await world.pool.query('select count(*) from parties.party where district = $1 and name like $2', ['320509', word]);
    await world.pool.query(
      'select * from parties.party where district = $1 and name like $2 order by name collate "zh-x-icu" limit 50 offset $3',
      ['320509', word, Math.floor(random() * 500)],
    );
    peer.push(performance.now() - started);
  }
  await app.close();
  await world.close();
  const p95 = percentile(took, 0.95);
  return [
    {
      bench: 'lists',
      metric: `list API, ${PARTIES.toLocaleString('en')} enterprises, ${CONCURRENT} concurrent: p95`,
      value: round(p95),
      unit: 'ms',
      peer: 'LIKE + ORDER BY + OFFSET in SQL, one at a time: p95',
      peerValue: round(percentile(peer, 0.95)),
      bar: BAR_MS,
      met: p95 <= BAR_MS,
    },
  ];
}
