import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../lib/run-command.ts';
import type { BenchLine } from './run-bench.ts';

interface Kept {
  readonly on: string;
  readonly commit: string;
  readonly machine: string;
  readonly lines: readonly BenchLine[];
}
type Report = Record<string, Kept>;

const DATA = join(ROOT, 'docs/benchmarks.json');
const PAGE = join(ROOT, 'docs/benchmarks.md');

function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${memory} GB, ${platform()} ${release()}, Node ${process.versions.node}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 4 });

export function toPage(report: Report): string {
  const lines = Object.values(report).flatMap((kept) => kept.lines);
  const met = lines.filter((line) => line.met).length;
  const sections = Object.entries(report)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, kept]) => [
      `\n## ${name}\n`,
      `${kept.on}, commit ${kept.commit}. ${kept.machine}.\n`,
      '| figure | value | unit | bar | met | peer | peer’s value |',
      '|---|---:|---|---:|---|---|---:|',
      ...kept.lines.map(
        (l) =>
          `| ${l.metric} | ${number(l.value)} | ${l.unit} | ${number(l.bar)} | ${l.met ? 'yes' : '**no**'} | ${l.peer} | ${number(l.peerValue)} |`,
      ),
    ]);
  return `${[
    '# Benchmarks',
    '',
    'Written by `npm run bench`; do not edit. Each figure stands beside its peer, taken in the same run on the same machine and',
    'data. Whether a bar is met is computed. A run of one bench replaces that section only.',
    '',
    `${met} of ${lines.length} bars met.`,
    ...sections,
  ].join('\n')}\n`;
}

/** Puts the lines of one bench into docs/benchmarks.json and writes docs/benchmarks.md from it. */
export function writeReport(name: string, lines: readonly BenchLine[]): void {
  const report: Report = existsSync(DATA) ? (JSON.parse(readFileSync(DATA, 'utf8')) as Report) : {};
  const on = new Date().toISOString().slice(0, 10);
  report[name] = { on, commit: commit(), machine: machine(), lines };
  writeFileSync(DATA, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(PAGE, toPage(report));
}
