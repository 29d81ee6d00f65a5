import { MarkScanner } from '@jince/trademark-similarity';
import { type BenchLine, round } from './bench-world.ts';
import { makeMarkQueries, makeMarkWorld, readRealNames } from './marks-data.ts';
import { makeRandom } from './matching-random.ts';
import { benchWatchRows } from './watch-rows.ts';

const MARKS = 2000;
const LISTINGS = Number(process.env.WATCH_LISTINGS ?? 100_000);
/** Rows of a list that goes the whole way through import and watch; 0: not done. */
const ROWS = Number(process.env.WATCH_ROWS ?? 0);
const PLANTED = 0.02;
/** Of what is planted, the share whose signs are strewn apart or put in another order. */
const APART = 0.4;
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

type Planted = 'as it is' | 'same sound' | 'near glyph' | 'strewn' | 'reordered';
interface Variant {
  readonly kind: Planted;
  readonly text: string;
}
interface Listing {
  readonly title: string;
  readonly brand: string;
  /** Place of the mark the title was made to hold; -1 for none. */
  readonly planted: number;
  readonly kind: Planted | undefined;
}

/** What is put between the signs of a mark: signs, letters, one foreign character. */
const STREWN = ['*', ' ', '-', '★', 'x', '8', '之', '大', '的'];

/** Titles as shops write them; one in fifty holds a protected mark or what was made of one. */
function* listings(
  marks: readonly string[],
  others: readonly string[],
  variants: ReadonlyMap<number, readonly Variant[]>,
): Generator<Listing> {
  const random = makeRandom(11);
  for (let i = 0; i < LISTINGS; i++) {
    const planted = random.chance(PLANTED) ? random.below(marks.length) : -1;
    const apart = planted >= 0 && random.chance(APART);
    const able = variants.get(planted)?.filter(({ kind }) => (kind === 'strewn' || kind === 'reordered') === apart);
    const variant = able === undefined ? undefined : random.pick(able);
    const sign = variant?.text ?? random.pick(others);
    const parts = [random.pick(WORDS), sign, random.pick(GOODS), random.pick(WORDS), random.pick(GOODS)];
    if (random.chance(0.5)) parts.push(random.pick(WORDS));
    const brand = random.chance(0.7) ? sign : '';
    yield { title: parts.join(random.chance(0.5) ? ' ' : ''), brand, planted, kind: variant?.kind };
  }
}

/** What shops make of a mark, by kind. */
function variantsOf(marks: readonly string[]): Map<number, Variant[]> {
  const variants = new Map<number, Variant[]>();
  const add = (at: number, kind: Planted, text: string) =>
    variants.set(at, [...(variants.get(at) ?? []), { kind, text }]);
  const random = makeRandom(17);
  for (const [at, mark] of marks.entries()) {
    const signs = [...mark];
    const gap = 1 + random.below(signs.length - 1);
    add(at, 'as it is', mark);
    add(at, 'strewn', [...signs.slice(0, gap), random.pick(STREWN), ...signs.slice(gap)].join(''));
    if (new Set(signs).size > 1) add(at, 'reordered', [...signs.slice(gap), ...signs.slice(0, gap)].join(''));
  }
  for (const { kind, at, text } of makeMarkQueries(makeMarkWorld(marks), { seed: 3, perKind: 1500 }))
    if (kind === 'same sound' || kind === 'near glyph') add(at, kind, text);
  return variants;
}

/** 100,000 listings against 2,000 protected marks; the peer looks for the marks' own signs alone. */
export async function runWatchBench(): Promise<BenchLine[]> {
  const names = readRealNames();
  if (names === undefined) return [];
  const marks = names.filter((name, at) => at % 97 === 0 && name.length >= 2).slice(0, MARKS);
  const variants = variantsOf(marks);
  const others = names.filter((_, at) => at % 97 === 1);
  const scanner = new MarkScanner(marks);
  const met = new Map<Planted, { planted: number; found: number; plain: number }>();
  let [alarms, hits, highest, rows] = [0, 0, 0, 0];
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  for (const { title, brand, planted, kind } of listings(marks, others, variants)) {
    const found = [...scanner.scan(title), ...(brand === '' ? [] : scanner.nameHits(brand))].filter(
      ({ level }) => level !== 'arguable',
    );
    hits += found.length;
    if (kind !== undefined) {
      const count = met.get(kind) ?? { planted: 0, found: 0, plain: 0 };
      met.set(kind, count);
      count.planted++;
      if (found.some(({ at }) => at === planted)) count.found++;
      if (title.includes(marks[planted] as string)) count.plain++;
    } else if (found.length > 0) alarms++;
    if (++rows % 5000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed);
  }
  const seconds = (performance.now() - started) / 1000;
  const share = (pick: 'found' | 'plain', kinds: readonly Planted[]) => {
    const counts = kinds.flatMap((kind) => met.get(kind) ?? []);
    return counts.reduce((sum, one) => sum + one[pick], 0) / counts.reduce((sum, one) => sum + one.planted, 0);
  };
  const kinds = [...met].map(([kind, one]) => `${kind} ${one.found}/${one.planted}`).join(', ');
  process.stderr.write(
    `watch: ${hits} hits in ${LISTINGS} listings; ${kinds}; ${alarms} listings of other names hit\n`,
  );
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
  const found = (metric: string, of: readonly Planted[]) =>
    line(metric, share('found', of), '', 0.9, share('found', of) >= 0.9, share('plain', of));
  const growth = (highest - before) / MEGABYTE;
  return [
    line('time', seconds, 's', BAR_SECONDS, seconds <= BAR_SECONDS, 0),
    line('growth of the heap', growth, 'MB', 300, growth <= 300, 0),
    found('planted signs found as identical or near', ['as it is', 'same sound', 'near glyph']),
    found('signs strewn apart or put in another order found', ['strewn', 'reordered']),
    ...(ROWS > 0 ? await benchWatchRows(ROWS) : []),
  ];
}
