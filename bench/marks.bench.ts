import { performance } from 'node:perf_hooks';
import { weakMarkWords } from '../law/src/index.ts';
import {
  compareMarks,
  MarkIndex,
  standardWeakWords,
  WeakWordList,
} from '../packages/trademark-similarity/src/index.ts';
import { type BenchLine, percentile, randomOf, round } from './bench-world.ts';
import {
  type MarkQuery,
  MUTATIONS,
  makeMarkQueries,
  makeMarkWorld,
  readRealNames,
  recallByKind,
} from './marks-data.ts';
import { openMemoryPeers } from './marks-memory-peers.ts';
import { type MarkPeer, openTrigramPeers } from './marks-peers.ts';
import { makeStandard } from './marks-standard.ts';

const PER_KIND = 200;
/** Peers take a hundred times longer; they answer a part of the queries. */
const PEER_PER_KIND = 40;
const PLAIN = 200;
const FIRST = 10;
const MANY = 1_000_000;
const weakWords = new WeakWordList([...standardWeakWords, ...weakMarkWords]);
const BARS = { 'same sound': 0.95, 'near glyph': 0.95, insertion: 0.95, deletion: 0.9, swap: 0.95 } as const;

/**
 * Search among real names: what is found again of mutated ones, how much of what is found a stated standard calls close, and
 * how long it takes with reasons. Queries are made of names the model did not learn from.
 */
export async function runMarksBench(): Promise<BenchLine[]> {
  const names = readRealNames();
  if (names === undefined) throw new Error('the real names of ../shared/data are not there');
  const world = makeMarkWorld(names);
  const queries = makeMarkQueries(world, { seed: 20_261_123, perKind: PER_KIND, pick: (at) => at % 2 === 1 });
  const index = new MarkIndex(names, { weakWords });
  const recall = recallByKind(queries, (text) => index.search(text, FIRST).map(({ at }) => at));
  const line = makeLine(await bestPeer(names, queries));
  const lines = MUTATIONS.map((kind) =>
    line(
      `recall@10 of ${names.length} real names, ${kind}, ${PER_KIND} queries`,
      recall[kind],
      'ratio',
      BARS[kind],
      true,
      kind,
    ),
  );
  for (const glyphs of ['listed', 'decomposed'] as const) {
    const only = makeMarkQueries(world, { seed: 7, perKind: PER_KIND, pick: (at) => at % 2 === 1, glyphs });
    const near = only.filter(({ kind }) => kind === 'near glyph');
    const found = recallByKind(near, (text) => index.search(text, FIRST).map(({ at }) => at))['near glyph'];
    process.stderr.write(`near glyphs ${glyphs}: recall@10 ${found}\n`);
  }
  const { precision, empty, promised } = measurePrecision(names, world, index);
  process.stderr.write(`nothing close but the name itself: ${round(100 * empty)} % of ${PLAIN} names\n`);
  process.stderr.write(`scores promise ${round(promised, 3)} of them, the standard says ${round(precision, 3)}\n`);
  process.stderr.write(
    `nothing close for ${round(100 * shareOfNothing(world, index))} % of ${PLAIN} rows of signs drawn by chance\n`,
  );
  lines.push(
    line(
      `share of the first ten that the standard calls near or arguable, ${PLAIN} names as they are`,
      precision,
      'ratio',
      0.8,
      true,
    ),
  );
  lines.push(
    line(
      `search with reasons, ${names.length} marks: p95, processor time`,
      time(index, names, queries),
      'ms',
      20,
      false,
    ),
  );
  lines.push(...measureMany(names, queries, line));
  return lines;
}

type Line = (
  metric: string,
  value: number,
  unit: string,
  bar: number,
  least: boolean,
  kind?: MarkQuery['kind'],
) => BenchLine;
interface PeerFigures {
  readonly name: string;
  readonly recall: ReturnType<typeof recallByKind>;
  readonly ms: number;
}

const makeLine =
  (peer: PeerFigures): Line =>
  (metric, value, unit, bar, least, kind) => ({
    bench: 'marks',
    metric,
    value: round(value, 4),
    unit,
    peer: kind === undefined ? `${peer.name}, p95 in ms` : peer.name,
    peerValue: round(kind === undefined ? peer.ms : peer.recall[kind], 4),
    bar,
    met: least ? value >= bar : value <= bar,
  });

/** All peers are told on stderr; the one with the best mean recall stands beside the figures. */
async function bestPeer(names: readonly string[], queries: readonly MarkQuery[]): Promise<PeerFigures> {
  const { peers, close } = await openTrigramPeers(names);
  try {
    const askedOf = (perKind: number) =>
      MUTATIONS.flatMap((kind) => queries.filter((one) => one.kind === kind).slice(0, perKind));
    const figures: PeerFigures[] = [];
    for (const peer of [...peers, ...openMemoryPeers(names)])
      figures.push(await measurePeer(peer, askedOf(peer.perKind ?? PEER_PER_KIND)));
    const mean = ({ recall }: PeerFigures) => MUTATIONS.reduce((sum, kind) => sum + recall[kind], 0) / MUTATIONS.length;
    for (const one of figures)
      process.stderr.write(
        `${one.name}: mean ${round(mean(one), 3)}, p95 ${round(one.ms)} ms, ${JSON.stringify(one.recall)}\n`,
      );
    return figures.toSorted((a, b) => mean(b) - mean(a))[0] as PeerFigures;
  } finally {
    await close();
  }
}

async function measurePeer(peer: MarkPeer, queries: readonly MarkQuery[]): Promise<PeerFigures> {
  const answers = new Map<string, readonly number[]>();
  const samples: number[] = [];
  for (const { text } of queries) {
    const started = performance.now();
    answers.set(text, await peer.search(text));
    samples.push(performance.now() - started);
  }
  return {
    name: peer.name,
    recall: recallByKind(queries, (text) => answers.get(text) ?? []),
    ms: percentile(samples, 0.95),
  };
}

function measurePrecision(names: readonly string[], world: ReturnType<typeof makeMarkWorld>, index: MarkIndex) {
  const standard = makeStandard([world.glyphs.listed, world.glyphs.decomposed]);
  const random = randomOf(99);
  let [close, shown, empty, promised] = [0, 0, 0, 0];
  for (let n = 0; n < PLAIN; n++) {
    const name = names[2 * Math.floor(random() * (names.length / 2)) + 1] ?? (names[1] as string);
    const found = index.search(name, FIRST);
    shown += found.length;
    if (found.length <= 1) empty++;
    promised += found.reduce((sum, { score }) => sum + score, 0);
    close += found.filter(({ at }) => standard(name, names[at] as string) !== 'far').length;
  }
  return { precision: close / shown, empty: empty / PLAIN, promised: promised / shown };
}

/** Two to four characters in use, drawn by chance, mostly are like no name at all. */
function shareOfNothing({ used }: ReturnType<typeof makeMarkWorld>, index: MarkIndex): number {
  const random = randomOf(1);
  let nothing = 0;
  for (let n = 0; n < PLAIN; n++) {
    const signs = Array.from({ length: 2 + Math.floor(random() * 3) }, () => used[Math.floor(random() * used.length)]);
    if (index.search(signs.join(''), FIRST).length === 0) nothing++;
  }
  return nothing / PLAIN;
}

/** Milliseconds of processor time of a search with the reasons of its ten hits, p95: what it takes of one core, whoever else works. */
function time(index: MarkIndex, names: readonly string[], queries: readonly MarkQuery[]): number {
  const samples = queries.map(({ text }) => {
    const started = process.threadCpuUsage();
    for (const { at } of index.search(text, FIRST)) compareMarks(text, names[at] as string, { weakWords });
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000;
  });
  return percentile(samples.slice(50), 0.95);
}

/** A million marks: the real names and recombinations of them. */
function measureMany(names: readonly string[], queries: readonly MarkQuery[], line: Line): BenchLine[] {
  const random = randomOf(3);
  const any = () => names[Math.floor(random() * names.length)] as string;
  const many = [...names];
  while (many.length < MANY)
    many.push(random() < 0.5 ? any().slice(0, 2) + any().slice(-2) : any().slice(-1) + any().slice(0, 2));
  const started = performance.now();
  const index = new MarkIndex(many, { weakWords });
  const build = (performance.now() - started) / 1000;
  const gigabytes = process.memoryUsage().rss / 1e9;
  const p95 = time(
    index,
    many,
    queries.filter((_, at) => at % 3 === 0),
  );
  const updates = Array.from({ length: 1000 }, () => {
    const before = performance.now();
    index.remove(index.add(any()));
    return performance.now() - before;
  });
  const saving = performance.now();
  const bytes = index.save();
  const saved = performance.now();
  MarkIndex.load(bytes);
  process.stderr.write(
    `saved ${round(bytes.byteLength / 1e6)} MB in ${round(saved - saving)} ms, opened in ${round(performance.now() - saved)} ms\n`,
  );
  return [
    line(`search with reasons, ${MANY} marks: p95, processor time`, p95, 'ms', 50, false),
    line(`index of ${MANY} marks built on one core`, build, 's', 60, false),
    line(`memory of the process with it, names and tables included`, gigabytes, 'GB', 1.5, false),
    line('a mark added and one taken out: p99', percentile(updates, 0.99), 'ms', 10, false),
  ];
}

if (process.argv[1] === import.meta.filename) {
  for (const one of await runMarksBench()) process.stdout.write(`${JSON.stringify(one)}\n`);
  process.exit(0);
}
