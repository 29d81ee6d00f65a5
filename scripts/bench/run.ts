import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/run-command.ts';
import { runBench } from './run-bench.ts';
import { writeReport } from './write-report.ts';

/** `npm run bench [-- name …] [-- --json]`: each bench in a process of its own, then docs/benchmarks.md. */
const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const all = readdirSync(join(ROOT, 'bench')).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`没有这样的基准：${unknown.join(' ')}。可选：${all.join(' ')}\n`);
  process.exit(2);
}

let broken = 0;
for (const name of wanted.length > 0 ? wanted : all) {
  if (!json) process.stdout.write(`── ${name} ──\n`);
  const outcome = await runBench(name);
  if ('failure' in outcome) {
    broken += 1;
    process.stderr.write(`${name}: ${outcome.failure}\n`);
    continue;
  }
  for (const line of outcome.lines) {
    const { metric, value, unit, peer, peerValue, bar, met } = line;
    process.stdout.write(
      json
        ? `${JSON.stringify(line)}\n`
        : `${met ? '✓' : '✗'} ${metric}: ${value} ${unit} (bar ${bar}; ${peer}: ${peerValue})\n`,
    );
  }
  writeReport(name, outcome.lines);
}
process.exit(broken === 0 ? 0 : 1);
