import { Worker } from 'node:worker_threads';
import {
  type LinkedKeys,
  makeSharedIndexMemory,
  type NearDuplicatePair,
  SharedIndexBuild,
  type SharedIndexMemory,
  type TextDocument,
} from '@jince/filing-signals';

/** What the main thread asks of another; each is answered by one message. */
export type Step =
  | { step: 'count'; memory: SharedIndexMemory }
  | { step: 'add' }
  | { step: 'prepare' }
  | { step: 'find'; linked: LinkedKeys };

const of = 2;

/** A second thread that reads the same file, ready to take steps. */
export interface Helper {
  ask(step: Step): Promise<unknown>;
  end(): Promise<number>;
}

export function startHelper(path: string): Helper {
  const worker = new Worker(new URL('./near-duplicates-worker.ts', import.meta.url), {
    workerData: { path, part: 1, of },
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 4096 },
  });
  const lost = new Promise<never>((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`comparing thread ended early with status ${code}`)));
  });
  // Looked at only while a step is under way; without a handler an early failure would end the process.
  lost.catch(() => undefined);
  return {
    ask: (step) => {
      const answer = new Promise((resolve) => worker.once('message', resolve));
      worker.postMessage(step);
      const either = Promise.race([answer, lost]);
      either.catch(() => undefined);
      return either;
    },
    end: () => worker.terminate(),
  };
}

/** All near-duplicate pairs, found by this thread and the helper on one index that they build together. */
export async function findTogether(documents: TextDocument[], helper: Helper): Promise<NearDuplicatePair[]> {
  const memory = makeSharedIndexMemory(documents, of);
  const build = new SharedIndexBuild(documents, memory, { part: 0, of });
  const both = async (step: Step, own: () => void): Promise<void> => {
    const theirs = helper.ask(step);
    own();
    await theirs;
  };
  await both({ step: 'count', memory }, () => build.count());
  await both({ step: 'add' }, () => build.add());
  await both({ step: 'prepare' }, () => build.prepare());
  const linked = build.link();
  const theirs = helper.ask({ step: 'find', linked }) as Promise<NearDuplicatePair[]>;
  const own = build.finish(linked).pairs({ part: 0, of });
  return merge(own, await theirs);
}

/** Pairs found from either side, each once. */
function merge(left: NearDuplicatePair[], right: NearDuplicatePair[]): NearDuplicatePair[] {
  const all = new Map([...left, ...right].map((pair) => [JSON.stringify([pair.a, pair.b]), pair]));
  return [...all.values()];
}
