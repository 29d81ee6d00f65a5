import { parentPort, workerData } from 'node:worker_threads';
import { buildMatcher } from '@jince/matching';
import { learnFromSample } from './learn-sample.ts';
import { findBlocks } from './load-mentions.ts';
import { loadRegister } from './load-register.ts';
import { type Counts, takeBlocks } from './match-block.ts';
import { MatchInputError, readText } from './read-table.ts';

export interface WorkerInput {
  register: string;
  mentions: string;
  /** [0] = next block to take; shared by all threads. */
  next: SharedArrayBuffer;
}

export type WorkerMessage =
  | { block: number; lines: string }
  | { done: Counts; entries: number; notes: string[] }
  | { failed: string };

/** One share of the work. Every thread builds its own index: building it at once is cheaper than sharing one. */
export function work(
  { register, mentions, next }: WorkerInput,
  send: (block: number, lines: string) => void,
): { counts: Counts; entries: number; notes: string[] } {
  const { entries, notes } = loadRegister(readText(register, '登记册（--register）'));
  const matcher = buildMatcher(entries, { candidates: 1, brief: true });
  const text = readText(mentions, '名单（--mentions）');
  const blocks = findBlocks(text);
  learnFromSample(matcher, text, blocks, entries);
  return { counts: takeBlocks(matcher, text, blocks, next, send), entries: entries.length, notes };
}

if (parentPort) {
  const port = parentPort;
  const post = (message: WorkerMessage): void => port.postMessage(message);
  try {
    const { counts, entries, notes } = work(workerData as WorkerInput, (block, lines) => post({ block, lines }));
    post({ done: counts, entries, notes });
  } catch (error) {
    if (!(error instanceof MatchInputError)) throw error;
    post({ failed: error.message });
  }
}
