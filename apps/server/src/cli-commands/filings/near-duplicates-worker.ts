import { parentPort, workerData } from 'node:worker_threads';
import { SharedIndexBuild } from '@jince/filing-signals';
import { readDocuments } from './read-documents.ts';
import type { Step } from './share-work.ts';

const { path, part, of } = workerData as { path: string; part: number; of: number };
const documents = readDocuments(path);
let build: SharedIndexBuild;

parentPort!.on('message', (step: Step) => parentPort!.postMessage(take(step)));

function take(step: Step): unknown {
  switch (step.step) {
    case 'count':
      build = new SharedIndexBuild(documents, step.memory, { part, of });
      return build.count();
    case 'add':
      return build.add();
    case 'prepare':
      return build.prepare();
    case 'find':
      return build.finish(step.linked).pairs({ part, of });
  }
}
