import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { importFile } from '../apps/server/src/platform/imports/import-file.ts';
import { drainJobs } from '../apps/server/src/platform/jobs/drain-jobs.ts';
import { BENCH_DATA, type BenchLine, openBenchWorld, round } from './bench-world.ts';
import { makeRandom } from './matching-random.ts';

const MEGABYTE = 1024 * 1024;
const PLATFORMS = ['淘宝', '京东', '拼多多', '抖音电商'];
const GOODS = ['真丝围巾', '蚕丝被', '羊毛衫', '儿童四件套', '旗袍', '手机壳', '数据线'];
const MARKS = ['太湖雪', '垂虹秋', '锦溪月'];
const PLANTED = 0.002;
/** Growth while five million rows pass: what a heap that is collected late takes, not what rows would. */
const MOST_GROWTH_MB = 700;

async function writeRows(path: string, rows: number): Promise<void> {
  const random = makeRandom(5);
  const out = createWriteStream(path);
  let text = '\uFEFF平台,店铺,商品标题,品牌,价格,链接\n';
  for (let at = 0; at < rows; at++) {
    const mark = random.chance(PLANTED) ? `${random.pick(MARKS)} ` : '';
    text += `${PLATFORMS[at % 4]},店${at % 5000}号,正品${mark}${random.pick(GOODS)} ${at},,${at % 900},https://e.com/${at}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

/**
 * A list of so many rows through the import, into the items and through the watch, in this process. Asked for with `WATCH_ROWS=5000000`: it takes
 * a quarter of an hour and some 10 GB. One row more than the import takes is refused with the limit named.
 */
export async function benchWatchRows(rows: number): Promise<BenchLine[]> {
  const path = join(BENCH_DATA, `listings-${rows}.csv`);
  await writeRows(path, rows);
  const world = await openBenchWorld('watchrows', { fresh: true });
  const ctx = () => systemContext(world.services, 'bench');
  const alliance = join(BENCH_DATA, 'alliance.csv');
  const lines = MARKS.map((name, at) => `示例市,3300${1000 + at},${name},示例公司,24,侵权多发`);
  await writeFile(alliance, `\uFEFF来源区县,注册号,商标名称,权利人,类别,入选理由\n${lines.join('\n')}\n`);
  await importFile(ctx(), world.tasks, alliance, { kind: 'alliance-marks', commit: true });
  const before = process.memoryUsage().rss;
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 200);
  const started = performance.now();
  const detail = await importFile(ctx(), world.tasks, path, { kind: 'watch-listings', commit: true });
  await drainJobs(world.services, world.tasks);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  const { rows: runs } = await world.pool.query(
    `select rows::int as rows, fresh from trademark_watch.run where cause = 'import' and state = 'done'`,
  );
  if (detail.state !== 'committed' || runs[0]?.rows !== rows)
    throw new Error(`unexpected end: ${detail.state} ${detail.notice ?? ''} ${JSON.stringify(runs)}`);
  await world.close();
  await rm(path);
  const growth = (highest - before) / MEGABYTE;
  const line = (metric: string, value: number, unit: string, bar: number, met: boolean): BenchLine => ({
    bench: 'watch',
    metric: `${metric}: list of ${rows} rows`,
    value: round(value),
    unit,
    peer: 'none',
    peerValue: 0,
    bar,
    met,
  });
  return [
    line('rows a second, from the file to looked through', rows / seconds, 'rows/s', 1000, rows / seconds >= 1000),
    line('growth of memory', growth, 'MB', MOST_GROWTH_MB, growth <= MOST_GROWTH_MB),
  ];
}
