import { parentPort, workerData } from 'node:worker_threads';
import { findShare } from './find-share.ts';
import { readDocuments } from './read-documents.ts';

const { path, part, of } = workerData as { path: string; part: number; of: number };
parentPort?.postMessage(findShare(readDocuments(path), part, of));
