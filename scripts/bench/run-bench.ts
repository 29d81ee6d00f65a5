import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/run-command.ts';

/** One figure. `met` is computed by the bench from `value` and `bar`. */
export interface BenchLine {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
  readonly bar: number;
  readonly met: boolean;
}

export type BenchOutcome = { readonly lines: readonly BenchLine[] } | { readonly failure: string };

/** Calls the one exported `run…Bench` and prints its lines, each marked, whatever else the bench prints. */
const RUNNER = `
const module = await import(process.argv[1]);
const run = Object.entries(module).find(([name]) => /^run\\w+Bench$/.test(name))?.[1];
if (run === undefined) throw new Error('no exported run…Bench');
for (const line of await run()) process.stdout.write('\\n@@' + JSON.stringify(line) + '\\n');
process.exit(0);
`;

/** Runs one bench in a fresh process, so that neither its memory nor its warm code is another's. */
export function runBench(name: string): Promise<BenchOutcome> {
  const file = pathToFileURL(join(ROOT, 'bench', `${name}.bench.ts`)).href;
  return new Promise((done) => {
    const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module'];
    const child = spawn(process.execPath, [...flags, '-e', RUNNER, '--', file], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', (code) => {
      const text = Buffer.concat(chunks).toString('utf8').split('\n');
      const lines = text.filter((line) => line.startsWith('@@')).map((line) => JSON.parse(line.slice(2)) as BenchLine);
      const tail = text.filter((line) => !line.startsWith('@@')).slice(-5);
      done(code === 0 && lines.length > 0 ? { lines } : { failure: `ended with code ${code}\n${tail.join('\n')}` });
    });
  });
}
