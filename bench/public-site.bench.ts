import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium } from '@playwright/test';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { buildWebIfStale } from '../apps/server/src/build-web.ts';
import { buildApp } from '../apps/server/src/platform/http/build-app.ts';
import type { Site } from '../apps/server/src/platform/http/public-page.ts';
import { findChromium } from '../scripts/browser/find-chromium.ts';
import { type BenchLine, openBenchWorld, percentile, round } from './bench-world.ts';

const READERS = 200;
const SECONDS = 60;
const PEER_SECONDS = 10;
const BAR_MS = 100;
const LISTS = 60;
const ROWS = 80;
const PAINT_BAR_MS = 1500;
const PAINTS = 3;
/** What Lighthouse calls slow 4G: 150 ms there and back, 1.6 Mbit/s, and a phone a quarter as fast. */
const PHONE = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
  offline: false,
};
const SLOWER = 4;

/** Lists as a few years leave behind. */
async function fillLists({ services }: World): Promise<string[]> {
  const { code } = services.district;
  await sql`delete from subsidies.public_row`.execute(services.db);
  await sql`delete from subsidies.public_list`.execute(services.db);
  await sql`insert into subsidies.public_list (district, id, year, serial, number, title, issuer, version_id, policy_title, working_days, opened_on,
      closes_on, contact, published_by_name, published_at)
    select ${code}, gen_random_uuid(), 2026, n, '公示〔2026〕' || n || '号', '关于知识产权专项资金拟奖补名单的公示（第' || n || '批）', '区市场监督管理局',
      gen_random_uuid(), '知识产权高质量发展扶持政策', 7, date '2026-01-01' + n, date '2026-01-12' + n, '知识产权科', '测试', now()
    from generate_series(1, ${LISTS}::int) n`.execute(services.db);
  await sql`insert into subsidies.public_row (district, list_id, no, claim_id, line_id, name, uscc, category, clause, matter, amount_fen)
    select l.district, l.id, n, gen_random_uuid(), gen_random_uuid(), '苏州第' || n || '号光电科技有限公司', '91320509MA1T000560', '马德里国际注册商标',
      '第三条第（一）项', '国际注册号 19' || n, n * 10000 from subsidies.public_list l, generate_series(1, ${ROWS}::int) n`.execute(
    services.db,
  );
  const { rows } = await sql<{ id: string }>`select id from subsidies.public_list order by serial`.execute(services.db);
  return rows.map(({ id }) => id);
}

function pathsOf(lists: readonly string[]): string[] {
  const own = [
    '',
    '/plan',
    '/policies',
    '/policies/ip-quality',
    '/policies/ip-use',
    '/calculator',
    '/agencies',
    '/lists',
    '/lists?page=2',
  ];
  const more = ['/accessibility', '/sitemap', '/search?q=%E5%95%86%E6%A0%87', '/agencies?q=su&business=patent'];
  const below = [...own, ...more, ...lists.slice(0, 20).map((id) => `/lists/${id}`)];
  return [...below.map((path) => `/public${path}`), ...below.map((path) => `/public/en${path}`)];
}

interface Read {
  readonly took: number[];
  readonly errors: number;
}

/** All readers at once over kept sockets, without a pause, asked by a process of its own. */
async function measure(origin: string, paths: readonly string[], seconds: number): Promise<Read> {
  const client = fork(new URL('public-client.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  client.send({ origin, paths, readers: READERS, seconds });
  const [answer] = (await once(client, 'message')) as [Read];
  client.disconnect();
  return answer;
}

async function serve(world: World, site: Site) {
  const services = { ...world.services, config: { ...world.services.config, trustProxy: true } };
  const app = await buildApp(
    services,
    world.modules.flatMap((module) => module.routes),
    site,
  );
  return { app, origin: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

/** Milliseconds until the largest part of a page is drawn, from an empty cache; the median of some loads. */
async function largestPaint(browser: Browser, url: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < PAINTS; i++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', PHONE);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'networkidle' });
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
          }),
      ),
    );
    await context.close();
  }
  return percentile(times, 0.5);
}

async function paintLines(origin: string, paths: readonly string[]): Promise<BenchLine[]> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const paints: number[] = [];
    for (const path of paths) paints.push(await largestPaint(browser, origin + path));
    const peerValue = await largestPaint(browser, `${origin}/sign-in`);
    const value = Math.max(...paints);
    return [
      {
        bench: 'public-site',
        metric: `largest contentful paint on a slow 4G phone, slowest of ${paths.length} pages`,
        value: round(value, 0),
        unit: 'ms',
        peer: "the console's sign-in page on the same phone",
        peerValue: round(peerValue, 0),
        bar: PAINT_BAR_MS,
        met: value <= PAINT_BAR_MS,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** 200 readers at once while something is published every five seconds, and what a phone draws. */
export async function runPublicSiteBench(): Promise<BenchLine[]> {
  await buildWebIfStale(() => undefined);
  const world = await openBenchWorld('public_site');
  const lists = await fillLists(world);
  const paths = pathsOf(lists);
  const site = world.modules.find((module) => module.site !== undefined)?.site as Site;
  const { app, origin } = await serve(world, site);
  await measure(origin, paths, 3);
  const publishing = setInterval(() => {
    sql`update subsidies.public_list set published_at = now() where id = ${lists[0]}`
      .execute(world.services.db)
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }, 5000);
  const { took, errors } = await measure(origin, paths, SECONDS);
  clearInterval(publishing);
  const painted = await paintLines(origin, [
    '/public',
    '/public/plan',
    '/public/policies/ip-quality',
    `/public/lists/${lists[0]}`,
    '/public/agencies',
  ]);
  await app.close();
  // The peer: the same pages, drawn anew for each reader.
  const anew = await serve(world, { ...site, pages: site.pages.map(({ version: _version, ...page }) => page) });
  const peer = await measure(anew.origin, paths, PEER_SECONDS);
  await anew.app.close();
  await world.close();
  const p95 = percentile(took, 0.95);
  const common = { bench: 'public-site', peer: 'the same pages drawn anew for each reader' } as const;
  return [
    {
      ...common,
      metric: `public pages, ${READERS} readers at once without a pause, ${SECONDS} s, ${round(took.length / SECONDS, 0)} pages a second: p95`,
      value: round(p95),
      unit: 'ms',
      peerValue: round(percentile(peer.took, 0.95)),
      bar: BAR_MS,
      met: p95 <= BAR_MS,
    },
    {
      ...common,
      metric: `public pages, ${READERS} readers at once for ${SECONDS} s: errors`,
      value: errors,
      unit: 'errors',
      peerValue: peer.errors,
      bar: 0,
      met: errors === 0,
    },
    ...painted,
  ];
}
