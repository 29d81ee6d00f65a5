import { Worker } from 'node:worker_threads';
import { MarkIndex } from '@jince/trademark-similarity';
import { markOptions } from '../domain/mark-options.ts';

/** Up to so many names are indexed where they are: it takes less than starting a thread. */
const AT_ONCE = 4000;

/** An index over names; a long list is built in a thread of its own, so that nobody who asks meanwhile has to wait. */
export function buildIndex(names: readonly string[]): Promise<MarkIndex> {
  if (names.length <= AT_ONCE) return Promise.resolve(new MarkIndex(names, markOptions));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-index-thread.ts', import.meta.url), { workerData: names });
    worker.once('message', (bytes: ArrayBuffer) => resolve(MarkIndex.load(bytes, markOptions)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that builds the index of marks ended with ${code}`)));
  });
}
