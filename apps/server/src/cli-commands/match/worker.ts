import { parentPort, workerData } from 'node:worker_threads';
import { MatchInputError } from './read-table.ts';
import { type Share, type ShareInput, work } from './share.ts';

export type WorkerMessage = { block: number; lines: string } | { done: Share } | { failed: string };

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);
try {
  post({ done: work(workerData as ShareInput, (block, lines) => post({ block, lines })) });
} catch (error) {
  if (!(error instanceof MatchInputError)) throw error;
  post({ failed: error.message });
}
