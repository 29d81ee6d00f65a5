import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { IndexHalf } from '@jince/matching';
import { MatchInputError } from './read-table.ts';
import { type Share, type ShareInput, work } from './share.ts';

/** `port` leads to the other thread; `signal` counts the halves that have been sent. */
export interface WorkerInput extends ShareInput {
  half: 'slips' | 'names';
  port: MessagePort;
  signal: SharedArrayBuffer;
}

export type WorkerMessage = { block: number; lines: string } | { done: Share } | { failed: string };

const LONGEST_WAIT_MS = 600_000;

/** Sends this half of the indexes and sleeps until the other one is there. */
function exchange({ port, signal }: WorkerInput, own: IndexHalf): IndexHalf {
  const sent = new Int32Array(signal);
  port.postMessage(own);
  if (Atomics.add(sent, 0, 1) === 1) Atomics.notify(sent, 0);
  else if (Atomics.wait(sent, 0, 1, LONGEST_WAIT_MS) === 'timed-out') throw new Error('the other thread is silent');
  const received = receiveMessageOnPort(port);
  if (!received) throw new Error('the other thread sent nothing');
  return received.message as IndexHalf;
}

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);
const input = workerData as WorkerInput;
try {
  const sharing = { half: input.half, exchange: (own: IndexHalf) => exchange(input, own) };
  post({ done: work(input, (block, lines) => post({ block, lines }), sharing) });
} catch (error) {
  if (!(error instanceof MatchInputError)) throw error;
  post({ failed: error.message });
} finally {
  input.port.close();
}
