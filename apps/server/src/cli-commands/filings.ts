import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { NearDuplicateIndex, type NearDuplicatePair, type TextDocument } from '@jince/filing-signals';
import { formatPassages } from './filings/format-passages.ts';
import { readDocuments } from './filings/read-documents.ts';
import { findTogether, startHelper } from './filings/share-work.ts';
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
  const helper = large ? startHelper(docs) : undefined;
  let documents: TextDocument[];
  let pairs: NearDuplicatePair[];
  try {
    documents = readDocuments(docs);
    pairs = helper ? await findTogether(documents, helper) : new NearDuplicateIndex(documents).pairs();
  } finally {
    await helper?.end();
  }
  await writeOut(out, format(documents, pairs));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`申请 ${documents.length} 件，近似 ${pairs.length} 对；用时 ${seconds} 秒；结果写入 ${out}\n`);
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
