import { parentPort, workerData } from 'node:worker_threads';
import { MarkIndex } from '@jince/trademark-similarity';
import { markOptions } from '../domain/mark-options.ts';

/** Builds an index of names in a thread of its own and hands its bytes over. */
const bytes = new MarkIndex(workerData as string[], markOptions).save();
parentPort?.postMessage(bytes, [bytes]);
