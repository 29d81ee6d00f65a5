import { availableParallelism } from 'node:os';
import { runSteps } from './run-steps.ts';
import { steps } from './steps.ts';

/** `npm run check [step …]`: everything that can be said of the sources without running them. */
const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name));
if (chosen.length < wanted.length) {
  process.stderr.write(`没有这样的检查：${wanted.join(' ')}。可选：${steps.map((step) => step.name).join(' ')}\n`);
  process.exit(2);
}
const results = await runSteps(chosen, Math.min(3, availableParallelism()));
const failed = results.filter((result) => !result.ok).length;
process.stdout.write(`check: ${results.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
