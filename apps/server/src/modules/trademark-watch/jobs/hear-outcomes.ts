import { z } from 'zod';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { noteOutcome } from '../commands/order-hit-action.ts';
import type { ActionKind } from '../domain/watch-types.ts';

/** Event of another module that tells what it made of a hit → kind of action and where that is shown. */
const HEARD: readonly {
  readonly event: string;
  readonly list: string;
  readonly kind: ActionKind;
  readonly href: (id: string) => string;
}[] = [
  {
    event: 'complaints.matter.opened',
    list: 'matters',
    kind: 'complaint',
    href: (id) => `/protection/complaints/${id}`,
  },
  { event: 'assistance.request.opened', list: 'requests', kind: 'aid', href: (id) => `/protection/rights-aid/${id}` },
  {
    event: 'assistance.cross-region.opened',
    list: 'letters',
    kind: 'cross-region',
    href: (id) => `/protection/cross-region/${id}`,
  },
];

const opened = z.array(z.object({ id: z.string(), number: z.string() })).min(1);

/** One task for each event: others may have sent it, too, so only what came from the watch is noted. */
export const hearOutcomeTasks: readonly JobTask[] = HEARD.map(({ list, kind, href }) => ({
  task: `trademark-watch.hear-${kind}`,
  label: { zh: '监测命中处置回告', en: 'What became of a hit' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'trademark-watch',
  async run(ctx, payload: Readonly<Record<string, unknown>>) {
    if (payload.source !== 'watch' || typeof payload.sourceId !== 'string') return;
    const found = opened.safeParse(payload[list]);
    const first = found.success ? found.data[0] : undefined;
    if (first !== undefined)
      await noteOutcome(ctx, payload.sourceId, kind, { target: first.id, number: first.number, href: href(first.id) });
  },
}));

export const outcomeSubscribers: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  HEARD.map(({ event, kind }) => [event, [`trademark-watch.hear-${kind}`]]),
);
