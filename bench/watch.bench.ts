import { MarkScanner } from '@jince/trademark-similarity';
import { type BenchLine, round } from './bench-world.ts';
import { makeMarkQueries, makeMarkWorld, readRealNames } from './marks-data.ts';
import { makeRandom } from './matching-random.ts';

const MARKS = 2000;
const LISTINGS = Number(process.env.WATCH_LISTINGS ?? 100_000);
const PLANTED = 0.02;
const BAR_SECONDS = 60;
const MEGABYTE = 1024 * 1024;
const GOODS =
  '真丝围巾 蚕丝被 桑蚕丝睡衣 羊毛衫 儿童四件套 加厚被芯 旗袍 丝绸床品 男士衬衫 礼盒装 辣酱 大闸蟹 香青菜 手机壳 数据线 电动螺丝刀'.split(
    ' ',
  );
const WORDS =
  '正品 包邮 2026新款 秋冬 旗舰店 官方 厂家直销 加厚 100% 一等 送礼 高档 双人 1.5m 200x230cm silk new 礼盒 特价 现货'.split(
    ' ',
  );

interface Listing {
  readonly title: string;
  readonly brand: string;
  /** Place of the mark the title was made to hold; -1 for none. */
  readonly planted: number;
}

/** Titles as shops write them; one in fifty holds a protected mark or what was made of one. */
function* listings(
  marks: readonly string[],
  others: readonly string[],
  mutated: ReadonlyMap<number, string[]>,
): Generator<Listing> {
  const random = makeRandom(11);
  for (let i = 0; i < LISTINGS; i++) {
    const planted = random.chance(PLANTED) ? random.below(marks.length) : -1;
    const variants = planted < 0 ? [] : [marks[planted] as string, ...(mutated.get(planted) ?? [])];
    const sign = planted < 0 ? random.pick(others) : random.pick(variants);
    const parts = [random.pick(WORDS), sign, random.pick(GOODS), random.pick(WORDS), random.pick(GOODS)];
    if (random.chance(0.5)) parts.push(random.pick(WORDS));
    yield { title: parts.join(random.chance(0.5) ? ' ' : ''), brand: random.chance(0.7) ? sign : '', planted };
  }
}

/** 100,000 listings against 2,000 protected marks; the peer looks for the marks' own signs alone. */
export async function runWatchBench(): Promise<BenchLine[]> {
  const names = readRealNames();
  if (names === undefined) return [];
  const marks = names.filter((name, at) => at % 97 === 0 && name.length >= 2).slice(0, MARKS);
  const world = makeMarkWorld(marks);
  const mutated = new Map<number, string[]>();
  for (const { kind, at, text } of makeMarkQueries(world, { seed: 3, perKind: 1500 }))
    if (kind === 'same sound' || kind === 'near glyph') mutated.set(at, [...(mutated.get(at) ?? []), text]);
  const others = names.filter((_, at) => at % 97 === 1);
  const scanner = new MarkScanner(marks);
  let [found, planted, plain, hits, highest, rows] = [0, 0, 0, 0, 0, 0];
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  for (const listing of listings(marks, others, mutated)) {
    const met = [...scanner.scan(listing.title), ...(listing.brand === '' ? [] : scanner.nameHits(listing.brand))];
    hits += met.length;
    if (listing.planted >= 0) {
      planted++;
      if (met.some(({ at, level }) => at === listing.planted && level !== 'arguable')) found++;
      if (listing.title.includes(marks[listing.planted] as string)) plain++;
    }
    if (++rows % 5000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed);
  }
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(`watch: ${hits} hits in ${LISTINGS} listings, ${planted} planted\n`);
  const what = `${LISTINGS} listings × ${marks.length} marks`;
  const line = (
    metric: string,
    value: number,
    unit: string,
    bar: number,
    met: boolean,
    peerValue: number,
  ): BenchLine => ({
    bench: 'watch',
    metric: `${metric}: ${what}`,
    value: round(value, 2),
    unit,
    peer: 'plain search for the signs',
    peerValue: round(peerValue, 2),
    bar,
    met,
  });
  const growth = (highest - before) / MEGABYTE;
  return [
    line('time', seconds, 's', BAR_SECONDS, seconds <= BAR_SECONDS, 0),
    line('growth of the heap', growth, 'MB', 300, growth <= 300, 0),
    line('planted signs found as identical or near', found / planted, '', 0.9, found / planted >= 0.9, plain / planted),
  ];
}
