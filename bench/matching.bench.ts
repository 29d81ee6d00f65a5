import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecord } from '../apps/server/src/cli-commands/match/read-table.ts';
import type { BenchLine } from './bench-world.ts';
import { makeBaseline } from './matching-baseline.ts';
import { type LabelledMention, type MatchingSet, makeMatchingSet } from './matching-data.ts';
import { type Outcome, scoreOutcomes } from './matching-score.ts';

const RECORDS = 250_000;
const PEER = 'exact normalised name, else best bigram Jaccard ≥ 0.8';

/**
 * The match command on two CSV files of 250,000 records together, timed from the start of its process to its end, and
 * its links compared with the truth. The mentions come from the half of the register nothing was tuned on.
 */
export async function runMatchingBench(): Promise<BenchLine[]> {
  const set = makeMatchingSet({ size: RECORDS, seed: 20261122, half: 1 });
  process.stderr.write(
    `matching: ${set.source}; register ${set.register.length}, mentions ${set.mentions.length}, homonyms ${set.homonyms.length}, ${availableParallelism()} cores\n`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'jince-matching-'));
  try {
    const main = await runCommand(folder, set, set.mentions);
    const again = await runCommand(folder, set, set.mentions);
    const homonyms = await runCommand(folder, set, set.homonyms);
    const ours = scoreOutcomes(set.mentions, main.outcomes);
    const oursHomonyms = scoreOutcomes(set.homonyms, homonyms.outcomes);
    const baseline = makeBaseline(set.register);
    const started = performance.now();
    const peer = scoreOutcomes(set.mentions, set.mentions.map(baseline));
    const peerSeconds = (performance.now() - started) / 1000;
    const peerHomonyms = scoreOutcomes(set.homonyms, set.homonyms.map(baseline));
    const line = (
      metric: string,
      value: number,
      unit: string,
      peerValue: number,
      bar: [number, boolean],
    ): BenchLine => ({
      bench: 'matching',
      metric,
      value: round(value),
      unit,
      peer: PEER,
      peerValue: round(peerValue),
      bar: bar[0],
      met: bar[1],
    });
    const seconds = Math.min(main.seconds, again.seconds);
    return [
      line(`end to end, ${RECORDS} records, best of 2`, seconds, 's', peerSeconds, [6.6, seconds <= 6.6]),
      line('auto-link precision', ours.autoPrecision, 'ratio', peer.autoPrecision, [
        0.995,
        ours.autoPrecision >= 0.995,
      ]),
      line('overall F1, auto links only', ours.autoF1, 'ratio', peer.autoF1, [0.97, ours.autoF1 >= 0.97]),
      line('overall F1, best candidate of auto and review', ours.bestF1, 'ratio', peer.bestF1, [
        0.97,
        ours.bestF1 >= 0.97,
      ]),
      line('homonym set F1, auto links only', oursHomonyms.autoF1, 'ratio', peerHomonyms.autoF1, [
        0.9,
        oursHomonyms.autoF1 >= 0.9,
      ]),
      line('homonym set F1, best candidate of auto and review', oursHomonyms.bestF1, 'ratio', peerHomonyms.bestF1, [
        0.9,
        oursHomonyms.bestF1 >= 0.9,
      ]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

async function runCommand(
  folder: string,
  set: MatchingSet,
  mentions: LabelledMention[],
): Promise<{ seconds: number; outcomes: Outcome[] }> {
  const [register, list, out] = ['register.csv', 'mentions.csv', 'out.csv'].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ];
  const firms = set.register.map(({ uscc, name, formerName, address, scope }) => [
    uscc,
    name,
    formerName,
    address,
    scope,
  ]);
  writeFileSync(register, toCsv(['uscc', 'name', 'former_names', 'address', 'scope'], firms));
  writeFileSync(
    list,
    toCsv(
      ['id', 'name', 'address'],
      mentions.map(({ id, name, address }) => [id, name, address]),
    ),
  );
  const command = new URL('../apps/server/src/cli-commands/match.ts', import.meta.url).href;
  const script = `import { runMatchCommand } from ${JSON.stringify(command)}; process.exitCode = await runMatchCommand(process.argv.slice(1));`;
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const options = ['--register', register, '--mentions', list, '--out', out];
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...options], {
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`match ended with status ${code}`))));
  });
  const seconds = (performance.now() - started) / 1000;
  return { seconds, outcomes: readOutcomes(out) };
}

function toCsv(head: string[], rows: string[][]): string {
  const quote = (field: string): string => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return [head, ...rows].map((row) => `${row.map(quote).join(',')}\n`).join('');
}

function readOutcomes(path: string): Outcome[] {
  const text = readFileSync(path, 'utf8');
  const fields: string[] = [];
  const outcomes: Outcome[] = [];
  for (let at = readRecord(text, 0, fields); at < text.length; ) {
    at = readRecord(text, at, fields);
    outcomes.push({ uscc: fields[1]!, decision: fields[2] as Outcome['decision'] });
  }
  return outcomes;
}

if (process.argv[1] === import.meta.filename) {
  for (const line of await runMatchingBench()) process.stdout.write(`${JSON.stringify(line)}\n`);
}
