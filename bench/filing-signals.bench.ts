import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Filing, SignalSearch } from '@jince/filing-signals';
import { signalThresholds } from '@jince/wujiang';
import { readRecord } from '../apps/server/src/cli-commands/match/read-table.ts';
import type { BenchLine } from './bench-world.ts';
import { alterations, type BenchDocument, type CopySet, makeCopySet } from './filing-signals-data.ts';
import { makeRandom } from './filing-signals-random.ts';

const SIZE = 100_000;
const COPIES = 0.03;
const CHANGED = 1000;
const SAMPLE = 2000;
const PEER = `Jaccard of 3-character shingles ≥ 0.5, every pair of ${SAMPLE} filings`;

/**
 * The command over 100,000 filings with planted copies, timed from the start of its process to its end; then all signals
 * over as many filings, and again after an import. The peer compares every pair of a sample that holds the copies of its
 * originals; its time is that of the sample alone.
 */
export async function runFilingSignalsBench(): Promise<BenchLine[]> {
  const set = makeCopySet({ size: SIZE, share: COPIES, seed: 20261122 });
  process.stderr.write(
    `filing-signals: ${SIZE} filings, ${set.copies.length} copies, ${availableParallelism()} cores\n`,
  );
  const command = await runCommand(set.documents);
  const ours = score(command.pairs, set);
  const sample = sampleOf(set);
  const started = performance.now();
  const peerPairs = comparePlainly(sample.documents);
  const peerSeconds = (performance.now() - started) / 1000;
  const peer = score(peerPairs, sample);
  const signals = measureSignals(set.documents);
  for (const how of alterations) process.stderr.write(`  ${how}: recall ${ours.byAlteration.get(how)}\n`);
  const line = (
    metric: string,
    value: number,
    unit: string,
    peerValue: number,
    bar: number,
    least = false,
  ): BenchLine => ({
    bench: 'filing-signals',
    metric,
    value: round(value),
    unit,
    peer: PEER,
    peerValue: round(peerValue),
    bar,
    met: least ? value >= bar : value <= bar,
  });
  return [
    line(`near-duplicates among ${SIZE} filings, end to end`, command.seconds, 's', peerSeconds, 60),
    line('recall of planted copies', ours.recall, 'ratio', peer.recall, 0.95, true),
    line('precision of pairs', ours.precision, 'ratio', peer.precision, 0.95, true),
    { ...line(`all signals over ${SIZE} filings`, signals.full, 's', signals.full, 180), peer: 'itself' },
    {
      ...line(`signals after an import of ${CHANGED} rows`, signals.incremental, 's', signals.full, 10),
      peer: 'searching anew',
    },
  ];
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

async function runCommand(documents: BenchDocument[]): Promise<{ seconds: number; pairs: [string, string][] }> {
  const folder = mkdtempSync(join(tmpdir(), 'jince-filing-signals-'));
  try {
    const [docs, out] = [join(folder, 'd.csv'), join(folder, 'o.csv')];
    const rows = documents.map(({ id, title, abstract }) => `${id},${title},"${abstract}"\n`);
    writeFileSync(docs, `id,title,abstract\n${rows.join('')}`);
    const started = performance.now();
    await new Promise<void>((resolve, reject) => {
      const bin = new URL('../apps/server/bin/jince.mjs', import.meta.url).pathname;
      const options = ['filings', 'near-duplicates', '--docs', docs, '--out', out];
      const child = spawn(process.execPath, [bin, ...options], { stdio: 'inherit' });
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the command ended with status ${code}`))));
    });
    const seconds = (performance.now() - started) / 1000;
    const text = readFileSync(out, 'utf8');
    const fields: string[] = [];
    const pairs: [string, string][] = [];
    for (let at = readRecord(text, 0, fields); at < text.length; ) {
      at = readRecord(text, at, fields);
      pairs.push([fields[0]!, fields[1]!]);
    }
    return { seconds, pairs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function score(pairs: [string, string][], { copies }: CopySet) {
  const found = new Set(pairs.map((pair) => pair.toSorted().join(' ')));
  const hit = copies.filter(({ original, copy }) => found.has([original, copy].sort().join(' ')));
  const byAlteration = new Map(
    alterations.map((how) => {
      const all = copies.filter((one) => one.how === how).length;
      return [how, round(hit.filter((one) => one.how === how).length / Math.max(1, all))];
    }),
  );
  return { recall: hit.length / copies.length, precision: hit.length / Math.max(1, found.size), byAlteration };
}

/** Some copies with their originals, filled up with other filings. */
function sampleOf({ documents, copies }: CopySet): CopySet {
  const chosen = copies.slice(0, Math.round(SAMPLE * COPIES));
  const wanted = new Set(chosen.flatMap(({ original, copy }) => [original, copy]));
  const planted = new Set(copies.flatMap(({ original, copy }) => [original, copy]));
  const others = documents.filter(({ id }) => !planted.has(id)).slice(0, SAMPLE - wanted.size);
  return { documents: [...documents.filter(({ id }) => wanted.has(id)), ...others], copies: chosen };
}

function comparePlainly(documents: BenchDocument[]): [string, string][] {
  const shingles = documents.map(({ title, abstract }) => {
    const text = title + abstract;
    return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
  });
  const pairs: [string, string][] = [];
  for (let i = 0; i < documents.length; i++)
    for (let j = i + 1; j < documents.length; j++) {
      let shared = 0;
      for (const shingle of shingles[i]!) if (shingles[j]!.has(shingle)) shared++;
      if (shared / (shingles[i]!.size + shingles[j]!.size - shared) >= 0.5)
        pairs.push([documents[i]!.id, documents[j]!.id]);
    }
  return pairs;
}

function measureSignals(documents: BenchDocument[]): { full: number; incremental: number } {
  const random = makeRandom(7);
  const holders = Math.round(documents.length / 12);
  const agencies = 60;
  const toFiling = ({ id, title, abstract }: BenchDocument): Filing => ({
    id,
    title,
    abstract,
    kind: random.pick(['invention', 'utility'] as const),
    filedOn: `20${10 + random.below(16)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    holders: [`H${random.below(holders)}`],
    inventors: [`I${random.below(3 * holders)}`],
    address: null,
    agencyId: `A${random.below(agencies)}`,
    ipc: [random.pick(['D03D 47/36', 'D06B 3/10', 'G02B 6/44', 'B66B 5/16', 'B25J 15/08', 'C02F 3/20'])],
    claimCount: 8,
    outcome: random.pick(['pending', 'granted', 'granted', 'refused', 'withdrawn'] as const),
    events: random.chance(0.05) ? [{ kind: 'transfer', on: '2025-06-01' }] : [],
    abnormal: false,
  });
  const filings = documents.map(toFiling);
  const input = {
    holders: Array.from({ length: holders }, (_, at) => ({
      id: `H${at}`,
      employees: random.below(400),
      capitalFen: null,
      establishedOn: '2008-01-01',
      industry: null,
      address: `吴江区示例路${random.below(holders)}号${random.below(9)}幢`,
      legalRep: `R${random.below(holders)}`,
    })),
    agencies: Array.from({ length: agencies }, (_, at) => ({
      id: `A${at}`,
      name: `示例代理${at}`,
      patentLicensed: true,
      licensedFrom: '2005-01-01',
      licensedUntil: null,
      recordFrom: null,
      recordUntil: null,
      recordKnown: false,
      people: [],
    })),
  };
  const search = new SignalSearch(signalThresholds);
  const before = filings.slice(0, filings.length - CHANGED);
  const full = time(() => search.find({ ...input, filings: before }));
  const incremental = time(() =>
    search.find(
      { ...input, filings },
      filings.slice(before.length).map(({ id }) => id),
    ),
  );
  return { full, incremental };
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

if (process.argv[1] === import.meta.filename) {
  for (const line of await runFilingSignalsBench()) process.stdout.write(`${JSON.stringify(line)}\n`);
}
