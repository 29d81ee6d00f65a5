import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { NearDuplicatePair, TextDocument } from '@jince/filing-signals';
import { formatPassages } from './filings/format-passages.ts';
import { readDocuments } from './filings/read-documents.ts';
import { MatchInputError } from './match/read-table.ts';
import { runOnFiles } from './run-on-files.ts';

const usage = `用法：npx jince filings near-duplicates --docs 申请.csv --out 结果.csv
  申请：id,title,abstract（可只有名称；摘要可以换行，用引号括起）
  结果：id_a,id_b,score,passages（score：0–1，0.5 以上才列出；passages：相同文字及其在两件中的位置）
  文件为 UTF-8（可带 BOM）或 GB18030。不需要数据库。`;

/** Below this size of the file a second thread costs more than it saves. */
const THREADS_FROM_BYTES = 3_000_000;

interface Paths {
  docs: string;
  out: string;
}

/**
 * `jince filings near-duplicates`: finds near-duplicate filings in one file, on two threads, without a database.
 * Exit status 0 = written, 1 = bad input (a Chinese sentence on stderr), 2 = wrong arguments.
 */
export const runFilingsCommand = (argv: string[]): Promise<number> =>
  runOnFiles(argv, usage, { read: readArguments, run });

function readArguments(argv: string[]): Paths | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        docs: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { docs, out, help } = values;
    const named = positionals.length === 1 && positionals[0] === 'near-duplicates';
    return named && docs && out && !help ? { docs, out } : undefined;
  } catch {
    return undefined;
  }
}

async function run({ docs, out }: Paths): Promise<void> {
  const started = performance.now();
  const large = (statSync(docs, { throwIfNoEntry: false })?.size ?? 0) >= THREADS_FROM_BYTES;
  const other = large ? startOther(docs) : undefined;
  let documents: TextDocument[];
  let pairs: NearDuplicatePair[];
  try {
    documents = readDocuments(docs);
    const { findShare } = await import('./filings/find-share.ts');
    const own = findShare(documents, 0, large ? 2 : 1);
    pairs = other ? merge(own, await other.pairs) : own;
  } finally {
    await other?.worker.terminate();
  }
  await writeOut(out, format(documents, pairs));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`申请 ${documents.length} 件，近似 ${pairs.length} 对；用时 ${seconds} 秒；结果写入 ${out}\n`);
}

function startOther(path: string): { worker: Worker; pairs: Promise<NearDuplicatePair[]> } {
  const worker = new Worker(new URL('./filings/near-duplicates-worker.ts', import.meta.url), {
    workerData: { path, part: 1, of: 2 },
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 },
  });
  const pairs = new Promise<NearDuplicatePair[]>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`comparing thread ended early with status ${code}`)));
  });
  // Looked at only after the main thread's own work; without a handler an early failure would end the process.
  pairs.catch(() => undefined);
  return { worker, pairs };
}

/** Pairs found from either side, each once. */
function merge(left: NearDuplicatePair[], right: NearDuplicatePair[]): NearDuplicatePair[] {
  const all = new Map([...left, ...right].map((pair) => [JSON.stringify([pair.a, pair.b]), pair]));
  return [...all.values()];
}

function format(documents: TextDocument[], pairs: NearDuplicatePair[]): string[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const order = new Map(documents.map(({ id }, at) => [id, at]));
  const place = (id: string): number => order.get(id)!;
  pairs.sort((x, y) => y.score - x.score || place(x.a) - place(y.a) || place(x.b) - place(y.b));
  return [
    'id_a,id_b,score,passages\n',
    ...pairs.map(({ a, b, score }) => {
      const passages = formatPassages(byId.get(a)!, byId.get(b)!);
      return `${[a, b, score.toFixed(4), passages].map(quote).join(',')}\n`;
    }),
  ];
}

const quote = (field: string): string => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

async function writeOut(path: string, lines: string[]): Promise<void> {
  try {
    await writeFile(path, lines);
  } catch (error) {
    throw new MatchInputError(`写不进结果文件：${path}（${(error as NodeJS.ErrnoException).code ?? error}）`);
  }
}
