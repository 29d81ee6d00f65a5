import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildMatcher } from '@jince/matching';
import { learnFromSample } from './match/learn-sample.ts';
import { checkIds, findBlocks } from './match/load-mentions.ts';
import { loadRegister } from './match/load-register.ts';
import { type Counts, takeBlocks } from './match/match-block.ts';
import { MatchInputError, readText } from './match/read-table.ts';
import type { WorkerInput, WorkerMessage } from './match/worker.ts';

const usage = `用法：npx jince match --register 登记册.csv --mentions 名单.csv --out 结果.csv
  登记册：uscc,name[,former_names][,address][,scope]（曾用名用 ; ； 、 | 分隔）
  名单：  id,name[,address][,ipc]
  结果：  id,uscc,decision,score,reasons（decision：auto 自动关联、review 待人工确认、none 未匹配）
  文件为 UTF-8（可带 BOM）或 GB18030。不需要数据库。`;

/** Below this many bytes of mentions a second thread costs more than it saves. */
const SECOND_THREAD_FROM_CHARACTERS = 200_000;

interface Paths {
  register: string;
  mentions: string;
  out: string;
}

/**
 * `jince match`: links the names of one file to the register of another, on two threads, without a database.
 * Exit status 0 = written, 1 = bad input (a Chinese sentence on stderr), 2 = wrong arguments.
 */
export async function runMatchCommand(argv: string[]): Promise<number> {
  const paths = readArguments(argv);
  if (!paths) {
    process.stderr.write(`${usage}\n`);
    return argv.includes('--help') || argv.includes('-h') ? 0 : 2;
  }
  try {
    await run(paths);
    return 0;
  } catch (error) {
    if (!(error instanceof MatchInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function readArguments(argv: string[]): Paths | undefined {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        register: { type: 'string' },
        mentions: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { register, mentions, out, help } = values;
    return register && mentions && out && !help ? { register, mentions, out } : undefined;
  } catch {
    return undefined;
  }
}

async function run(paths: Paths): Promise<void> {
  const started = performance.now();
  const mentions = readText(paths.mentions, '名单（--mentions）');
  const blocks = findBlocks(mentions);
  const total = checkIds(mentions, blocks);
  const input: WorkerInput = { register: paths.register, mentions: paths.mentions, next: new SharedArrayBuffer(4) };
  const lines: string[] = new Array(blocks.starts.length - 1).fill('');
  const second = mentions.length > SECOND_THREAD_FROM_CHARACTERS ? startWorker(input, lines) : undefined;
  // Looked at only after this thread's own share; without a handler an early failure would end the process.
  second?.catch(() => undefined);

  const { entries, notes } = loadRegister(readText(paths.register, '登记册（--register）'));
  for (const note of notes) process.stderr.write(`${note}\n`);
  const matcher = buildMatcher(entries, { candidates: 1, brief: true });
  learnFromSample(matcher, mentions, blocks, entries);
  const counts = takeBlocks(matcher, mentions, blocks, input.next, (block, out) => {
    lines[block] = out;
  });
  const other = await second;
  if (other) for (const decision of ['auto', 'review', 'none'] as const) counts[decision] += other[decision];
  await writeOut(paths.out, lines);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(
    `登记 ${entries.length} 户，名单 ${total} 条：自动关联 ${counts.auto}，待人工确认 ${counts.review}，未匹配 ${counts.none}；用时 ${seconds} 秒；结果写入 ${paths.out}\n`,
  );
}

async function writeOut(path: string, lines: string[]): Promise<void> {
  try {
    await writeFile(path, ['id,uscc,decision,score,reasons\n', ...lines]);
  } catch (error) {
    throw new MatchInputError(`写不进结果文件：${path}（${(error as NodeJS.ErrnoException).code ?? error}）`);
  }
}

function startWorker(input: WorkerInput, lines: string[]): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./match/worker.ts', import.meta.url), { workerData: input, execArgv: [] });
    worker.on('message', (message: WorkerMessage) => {
      if ('lines' in message) lines[message.block] = message.lines;
      else if ('done' in message) resolve(message.done);
      else reject(new MatchInputError(message.failed));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`matching thread ended with status ${code}`));
    });
  });
}
