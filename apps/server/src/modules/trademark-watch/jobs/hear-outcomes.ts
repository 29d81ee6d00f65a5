import { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { tellingFailure } from '../../../platform/procedures/index.ts';
import { noteOutcome } from '../commands/order-hit-action.ts';
import type { ActionKind } from '../domain/watch-types.ts';

const made = z.object({ id: z.string(), number: z.string() });
const opened = z.discriminatedUnion('source', [
  z.object({ source: z.literal('watch'), sourceId: z.uuid(), matters: z.array(made).min(1) }),
]);
const assisted = z.discriminatedUnion('source', [
  made.extend({ source: z.literal('watch'), sourceId: z.uuid(), kind: z.enum(['request', 'cross-region']) }),
]);

const AID: Readonly<Record<'request' | 'cross-region', { readonly kind: ActionKind; readonly base: string }>> = {
  request: { kind: 'aid', base: '/protection/rights-aid' },
  'cross-region': { kind: 'cross-region', base: '/protection/cross-region' },
};

/** Others send these events of their own files, too: only what came of a hit is noted. */
async function hearMatter(ctx: Ctx, payload: unknown): Promise<void> {
  const told = opened.safeParse(payload);
  const first = told.success ? told.data.matters[0] : undefined;
  if (told.success && first !== undefined)
    await noteOutcome(ctx, told.data.sourceId, 'complaint', {
      target: first.id,
      number: first.number,
      href: `/protection/complaints/${first.id}`,
    });
}

async function hearAid(ctx: Ctx, payload: unknown): Promise<void> {
  const told = assisted.safeParse(payload);
  if (!told.success) return;
  const { kind, base } = AID[told.data.kind];
  await noteOutcome(ctx, told.data.sourceId, kind, {
    target: told.data.id,
    number: told.data.number,
    href: `${base}/${told.data.id}`,
  });
}

const entered = z.object({ source: z.literal('watch'), sourceId: z.uuid(), id: z.string(), number: z.string() });

async function hearThreat(ctx: Ctx, payload: unknown): Promise<void> {
  const told = entered.safeParse(payload);
  if (!told.success) return;
  const { sourceId, id, number } = told.data;
  await noteOutcome(ctx, sourceId, 'opposition', {
    target: id,
    number,
    href: `/trademarks/portfolio?tab=threats&q=${encodeURIComponent(number)}`,
  });
}

const hearTask = (task: string, run: (ctx: Ctx, payload: unknown) => Promise<void>): JobTask =>
  tellingFailure({
    task,
    label: { zh: '监测命中处置回告', en: 'What became of a hit' },
    cancellable: false,
    maxAttempts: 3,
    queue: 'trademark-watch',
    run: (ctx, payload: unknown) => run(ctx, payload),
  });

export const hearOutcomeTasks: readonly JobTask[] = [
  hearTask('trademark-watch.hear-matter', hearMatter),
  hearTask('trademark-watch.hear-aid', hearAid),
  hearTask('trademark-watch.hear-threat', hearThreat),
];

export const outcomeSubscribers: Readonly<Record<string, readonly string[]>> = {
  'complaints.matter.opened': ['trademark-watch.hear-matter'],
  'assistance.file.opened': ['trademark-watch.hear-aid'],
  'trademark-portfolio.threat.entered': ['trademark-watch.hear-threat'],
};
