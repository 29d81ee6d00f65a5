import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/run-command.ts';
import { type PartResult, parts } from './parts.ts';

/**
 * `npm test [-- check|unit|db|e2e …]`: everything, or the parts named. The last line counts all of it; what was skipped
 * or passed only when repeated is named above it.
 */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`没有这一部分：${unknown.join(' ')}。可选：${Object.keys(parts).join(' ')}\n`);
  process.exit(2);
}
const folder = join(ROOT, '.data/test-results');
mkdirSync(folder, { recursive: true });

const results: PartResult[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n── ${name} ──\n`);
  const started = performance.now();
  const result = await run(folder);
  results.push(result);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`── ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`);
}

const sum = (pick: (result: PartResult) => number) => results.reduce((all, result) => all + pick(result), 0);
const skipped = results.flatMap((result) => result.skipped);
process.stdout.write('\n');
for (const result of results) for (const failure of result.failures) process.stdout.write(`✗ ${failure}\n`);
for (const result of results)
  for (const title of result.repeated) process.stdout.write(`passed when repeated: ${title}\n`);
for (const title of skipped) process.stdout.write(`skipped: ${title}\n`);
process.stdout.write(`${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed\n`);
process.exit(results.some((result) => result.failed > 0) ? 1 : 0);
