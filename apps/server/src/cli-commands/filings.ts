import { statSync } from 'node:fs';
import { NearDuplicateIndex, type NearDuplicatePair, type TextDocument } from '@jince/filing-signals';
import { lineOf, writeOut } from './csv-out.ts';
import { formatPassages } from './filings/format-passages.ts';
import { readDocuments } from './filings/read-documents.ts';
import { findTogether, startHelper } from './filings/share-work.ts';
import { readPaths } from './read-paths.ts';
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

const readArguments = (argv: string[]): Paths | undefined =>
  readPaths(argv, ['docs', 'out'], { named: 'near-duplicates' });

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
      return lineOf([a, b, score.toFixed(4), passages]);
    }),
  ];
}
