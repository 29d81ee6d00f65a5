import { Worker } from 'node:worker_threads';
import type { BoundVolume, Volume } from './bind-volume.ts';

/**
 * {@link bindVolume} in a thread of its own, so that a large volume stops neither heartbeats nor other jobs of the process.
 * @throws Error with what the layout said
 */
export function bindVolumeApart(volume: Volume): Promise<BoundVolume> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./volume-thread.ts', import.meta.url), {
      workerData: volume,
      // A process that runs a text instead of a file hands on an option that a thread of a file refuses.
      execArgv: process.execArgv.filter((option) => !option.startsWith('--input-type')),
    });
    worker.once('message', (bound: { content: Uint8Array; pages: number }) =>
      resolve({ content: Buffer.from(bound.content.buffer), pages: bound.pages }),
    );
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that binds ended with ${code}`)));
  });
}
