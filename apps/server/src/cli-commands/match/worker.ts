import { parentPort, workerData } from 'node:worker_threads';
import { buildMatcher } from '@jince/matching';
import { learnFromSample } from './learn-sample.ts';
import { findBlocks } from './load-mentions.ts';
import { loadRegister } from './load-register.ts';
import { type Counts, takeBlocks } from './match-block.ts';
import { readText } from './read-table.ts';

export interface WorkerInput {
  register: string;
  mentions: string;
  /** [0] = next block to take; shared by all threads. */
  next: SharedArrayBuffer;
}

export type WorkerMessage = { block: number; lines: string } | { done: Counts } | { failed: string };

/** The second thread builds its own index: building it twice at once is cheaper than building once and sharing. */
function work({ register, mentions, next }: WorkerInput, send: (block: number, lines: string) => void): Counts {
  const text = readText(mentions, '名单');
  const { entries } = loadRegister(readText(register, '登记册'));
  const matcher = buildMatcher(entries, { candidates: 1, brief: true });
  const blocks = findBlocks(text);
  learnFromSample(matcher, text, blocks, entries);
  return takeBlocks(matcher, text, blocks, next, send);
}

if (parentPort) {
  const port = parentPort;
  const post = (message: WorkerMessage): void => port.postMessage(message);
  try {
    post({ done: work(workerData as WorkerInput, (block, lines) => post({ block, lines })) });
  } catch (error) {
    post({ failed: error instanceof Error ? error.message : String(error) });
  }
}
