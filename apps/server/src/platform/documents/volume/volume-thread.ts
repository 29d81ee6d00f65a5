import { parentPort, workerData } from 'node:worker_threads';
import { bindVolume, type Volume } from './bind-volume.ts';

const { content, pages } = bindVolume(workerData as Volume);
// A copy of its own, so that it can be handed over instead of cloned.
const bytes = Uint8Array.from(content);
parentPort?.postMessage({ content: bytes, pages }, [bytes.buffer]);
