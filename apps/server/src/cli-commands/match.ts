import { statSync } from 'node:fs';
import { MessageChannel, Worker } from 'node:worker_threads';
import { writeOut } from './csv-out.ts';
import { checkIds, findBlocks } from './match/load-mentions.ts';
import type { Counts } from './match/match-block.ts';
import { MatchInputError, readText } from './match/read-table.ts';
import type { Share, ShareInput } from './match/share.ts';
import type { WorkerInput, WorkerMessage } from './match/worker.ts';
import { readPaths } from './read-paths.ts';
import { runOnFiles } from './run-on-files.ts';

const usage = `用法：npx jince match --register 登记册.csv --mentions 名单.csv --out 结果.csv
  登记册：uscc,name[,former_names][,address][,scope]（曾用名用 ; ； 、 | 分隔）
  名单：  id,name[,address][,ipc]
  结果：  id,uscc,decision,score,reasons（decision：auto 自动关联、review 待人工确认、none 未匹配）
  文件为 UTF-8（可带 BOM）或 GB18030。不需要数据库。`;

/** Below this size of the list, threads cost more than they save. */
const THREADS_FROM_BYTES = 400_000;
const MENTIONS = '名单（--mentions）';

interface Paths {
  register: string;
  mentions: string;
  out: string;
}

/**
 * `jince match`: links the names of one file to the register of another, on two threads, without a database.
 * Exit status 0 = written, 1 = bad input (a Chinese sentence on stderr), 2 = wrong arguments.
 */
export const runMatchCommand = (argv: string[]): Promise<number> =>
  runOnFiles(argv, usage, { read: readArguments, run });

const readArguments = (argv: string[]): Paths | undefined => readPaths(argv, ['register', 'mentions', 'out']);

async function run(paths: Paths): Promise<void> {
  const started = performance.now();
  const input: ShareInput = { register: paths.register, mentions: paths.mentions, next: new SharedArrayBuffer(4) };
  const lines: string[] = [];
  const keep = (block: number, out: string): void => {
    lines[block] = out;
  };
  const small = sizeOf(paths.mentions) < THREADS_FROM_BYTES;
  const threads = small ? [] : startThreads(input, keep);
  let total = 0;
  let shares: Share[] = [];
  try {
    const mentions = readText(paths.mentions, MENTIONS);
    total = checkIds(mentions, findBlocks(mentions));
    // The engine is loaded here only when there are no threads to load it: that is most of the start-up time.
    shares = small
      ? [(await import('./match/share.ts')).work(input, keep)]
      : await Promise.all(threads.map(({ share }) => share));
  } finally {
    for (const { worker } of threads) await worker.terminate();
  }

  for (const note of shares[0]!.notes) process.stderr.write(`${note}\n`);
  await writeOut(paths.out, ['id,uscc,decision,score,reasons\n', ...lines]);
  const sum = (decision: keyof Counts): number => shares.reduce((count, share) => count + share.counts[decision], 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(
    `登记 ${shares[0]!.entries} 户，名单 ${total} 条：自动关联 ${sum('auto')}，待人工确认 ${sum('review')}，未匹配 ${sum('none')}；用时 ${seconds} 秒；结果写入 ${paths.out}\n`,
  );
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

interface Thread {
  worker: Worker;
  share: Promise<Share>;
}

/** Two threads: each builds half of the indexes, then both take blocks of mentions off one counter. */
function startThreads(input: ShareInput, keep: (block: number, lines: string) => void): Thread[] {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  return [
    startThread({ ...input, half: 'slips', port: port1, signal }, keep),
    startThread({ ...input, half: 'names', port: port2, signal }, keep),
  ];
}

function startThread(input: WorkerInput, keep: (block: number, lines: string) => void): Thread {
  const worker = new Worker(new URL('./match/worker.ts', import.meta.url), {
    workerData: input,
    transferList: [input.port],
    execArgv: [],
    // Matching makes much short-lived rubbish; a large young generation halves the time spent collecting it.
    resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 2048 },
  });
  const share = new Promise<Share>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if ('lines' in message) keep(message.block, message.lines);
      else if ('done' in message) resolve(message.done);
      else reject(new MatchInputError(message.failed));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`matching thread ended early with status ${code}`)));
  });
  // Looked at only after the main thread's own checks; without a handler an early failure would end the process.
  share.catch(() => undefined);
  return { worker, share };
}
