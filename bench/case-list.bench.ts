import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { World } from '../apps/server/src/app.ts';
import { demoAccounts, ensureDemoAccounts } from '../apps/server/src/platform/auth/index.ts';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { buildApp } from '../apps/server/src/platform/http/build-app.ts';
import { type BenchLine, openBenchWorld, percentile, randomOf, round } from './bench-world.ts';
import { askAll, CASES, fillCases, ORGANISATIONS, STATES, signIn, TOWNS } from './case-district.ts';

const CONCURRENT = 10;
const REQUESTS = 400;
const BAR_MS = 200;
const BULK = 300;
const BULK_BAR_MS = 2_000;
const SORTS = ['-receivedOn', 'receivedOn', 'dueOn', '-dueOn', '-businessFen', '-decidedOn', 'number', '-filedOn'];
const WORDS = ['锦恒', '商行', '销售侵权', '盛泽', 'AJ2025-0012', '丝绸', '91320509', '毛衫案', '王', '电缆厂'];
const FILTERS: readonly ((pick: <T>(list: readonly T[]) => T) => Record<string, string>)[] = [
  () => ({}),
  (pick) => ({ state: pick(STATES) }),
  (pick) => ({ organisation: pick(ORGANISATIONS) }),
  (pick) => ({ due: pick(['overdue', 'week', 'month']) }),
  (pick) => ({ town: pick(TOWNS), open: 'true' }),
  (pick) => ({ behaviour: pick(['2', '4', '5', '32']), state: pick(STATES) }),
  (pick) => ({ q: pick(WORDS) }),
  (pick) => ({ receivedFrom: '2026-01-01', organisation: pick(ORGANISATIONS) }),
  () => ({ transferOpen: 'true' }),
];

function requests(seed: number): string[] {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: REQUESTS }, (_, at) => {
    const filter = (FILTERS[at % FILTERS.length] as (typeof FILTERS)[number])(pick);
    const query = new URLSearchParams({
      ...filter,
      sort: pick(SORTS),
      pageSize: '50',
      page: String(1 + Math.floor(random() * 5)),
    });
    return `/api/cases?${query}`;
  });
}

/** What the list would cost without its own lines: cases joined with files and clocks, one at a time. */
async function measurePeer(world: World, district: string): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < 12; at++) {
    const started = performance.now();
    const from = `from cases.case_file c join procedures.file f on f.district = c.district and f.id = c.id
      left join lateral (select min(k.due_on) as due from procedures.clock k where k.district = c.district and k.file_id = c.id and k.stopped_on is null) k on true
      where c.district = $1 and c.organisation_code = $2`;
    const org = ORGANISATIONS[at % ORGANISATIONS.length];
    await world.pool.query(`select count(*) ${from}`, [district, org]);
    await world.pool.query(`select c.*, f.state, k.due ${from} order by k.due, c.id limit 50`, [district, org]);
    took.push(performance.now() - started);
  }
  return took;
}

async function change(
  origin: string,
  session: { cookie: string; token: string },
  ids: readonly string[],
  organisationCode: string,
): Promise<number> {
  const answer = await fetch(`${origin}/api/cases/bulk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: session.cookie, 'x-csrf-token': session.token },
    body: JSON.stringify({ ids, change: { kind: 'organisation', organisationCode }, reason: '试行' }),
  });
  return ((await answer.json()) as { changed: number }).changed;
}

/** 300 cases handed to another body, as one request. */
async function measureBulk(origin: string, session: { cookie: string; token: string }): Promise<number> {
  const list = await fetch(`${origin}/api/cases?open=true&organisation=WJ-MSB-B104&pageSize=${BULK}`, {
    headers: { cookie: session.cookie },
  });
  const ids = ((await list.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
  const started = performance.now();
  const changed = await change(origin, session, ids, 'WJ-MSB-ENF');
  const took = performance.now() - started;
  if (changed !== BULK) throw new Error(`changed ${changed} of ${BULK}`);
  return took;
}

/** How long the list takes right after one case was changed, and that it shows the change. */
async function measureFresh(origin: string, session: { cookie: string; token: string }): Promise<number[]> {
  const took: number[] = [];
  for (const [at, code] of Array.from({ length: 12 }, (_, n) => [n, ORGANISATIONS[n % 2] as string] as const)) {
    const query = `/api/cases?state=review&sort=number&page=${at + 3}`;
    const ask = async (path: string) => {
      const answer = await fetch(`${origin}${path}`, { headers: { cookie: session.cookie } });
      return (await answer.json()) as { items: { id: string; number: string; organisationCode: string }[] };
    };
    const one = (await ask(query)).items.find(({ organisationCode }) => organisationCode !== code);
    if (one === undefined) continue;
    await change(origin, session, [one.id], code);
    const started = performance.now();
    const after = await ask(query);
    took.push(performance.now() - started);
    if (after.items.find(({ id }) => id === one.id)?.organisationCode !== code)
      throw new Error('a change is not shown');
    const words = await ask(`/api/cases?organisation=${code}&q=${one.number}`);
    if (words.items[0]?.id !== one.id) throw new Error('a change is not found');
  }
  return took;
}

/** Any page of a list of 300,000 cases under filters and orders, ten at a time; and one bulk change. */
export async function runCaseListBench(): Promise<BenchLine[]> {
  const world = await openBenchWorld('cases', { fresh: true });
  try {
    const ctx = systemContext(world.services, 'bench');
    await fillCases(ctx);
    await ensureDemoAccounts(world.services, demoAccounts(world.services));
    const app = await buildApp(
      world.services,
      world.modules.flatMap((module) => module.routes),
    );
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const account = demoAccounts(world.services).find(({ username }) => username === 'head');
    const session = await signIn(origin, account?.username ?? '', account?.password ?? '');
    await askAll(origin, session.cookie, requests(5), CONCURRENT);
    const load = `load of the machine before: ${round(loadavg()[0] as number)} on ${availableParallelism()} cores`;
    const took = await askAll(origin, session.cookie, requests(11), CONCURRENT);
    const fresh = await measureFresh(origin, session);
    const bulk = await measureBulk(origin, session);
    const peer = await measurePeer(world, ctx.district);
    await app.close();
    const p95 = percentile(took, 0.95);
    return [
      {
        bench: 'cases',
        metric: `case list, ${CASES.toLocaleString('en')} cases, filters and clocks, ${CONCURRENT} concurrent: p95 (${load})`,
        value: round(p95),
        unit: 'ms',
        peer: 'join of cases, files and clocks, one at a time: p95',
        peerValue: round(percentile(peer, 0.95)),
        bar: BAR_MS,
        met: p95 <= BAR_MS,
      },
      {
        bench: 'cases',
        metric: `the list right after a change of a case, shown with it: slowest of ${fresh.length}`,
        value: round(Math.max(...fresh)),
        unit: 'ms',
        peer: 'none',
        peerValue: 0,
        bar: BAR_MS,
        met: Math.max(...fresh) <= BAR_MS,
      },
      {
        bench: 'cases',
        metric: `bulk change of ${BULK} cases`,
        value: round(bulk),
        unit: 'ms',
        peer: 'none',
        peerValue: 0,
        bar: BULK_BAR_MS,
        met: bulk <= BULK_BAR_MS,
      },
    ];
  } finally {
    await world.close();
  }
}
