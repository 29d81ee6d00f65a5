import { z } from 'zod';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { tellingFailure } from '../../../platform/procedures/index.ts';
import { linkEvidence } from '../../evidence/index.ts';
import { type TakenMatter, takeLetter } from '../commands/take-letter.ts';
import { foundBreach, lettersOf } from '../domain/found-letter.ts';
import { findLetterOfSource } from '../repositories/letter-repository.ts';

interface Feed {
  readonly source: 'watch' | 'inspection' | 'hand-over';
  readonly event: string;
  /** Field of the payload that names the thing in its module. */
  readonly id: string;
  readonly href: (id: string) => string | null;
  readonly label: { readonly zh: string; readonly en: string };
}

const FEEDS: readonly Feed[] = [
  {
    source: 'watch',
    event: 'trademark-watch.hit.complaint-ordered',
    id: 'hitId',
    href: () => null,
    label: { zh: '监测命中转入举报办理', en: 'Take up a hit of the watch' },
  },
  {
    source: 'inspection',
    event: 'inspections.check.complaint-ordered',
    id: 'findingId',
    href: () => null,
    label: { zh: '检查发现转入举报办理', en: 'Take up what a check found' },
  },
  {
    source: 'hand-over',
    event: 'coordination.referral.complaint-ordered',
    id: 'referralId',
    href: (id) => `/coordination/hand-overs/${id}`,
    label: { zh: '移交来件转入举报办理', en: 'Take up what was handed over' },
  },
];

/** Opens the reports of one find, once; tells the module it came from what they became. */
async function takeFound(reader: Ctx, feed: Feed, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: reader.actor.displayName } };
  const id = z.string().min(1).parse(payload[feed.id]);
  const found = foundBreach.parse(payload);
  await inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    const opened: TakenMatter[] = [];
    for (const letter of lettersOf({ source: feed.source, key: id, href: feed.href(id) }, found, ctx.today)) {
      if ((await findLetterOfSource(tx, ctx.district, feed.source, letter.sourceKey ?? id)) !== undefined) continue;
      const { matters } = await takeLetter(tx, inside, letter, ['report']);
      for (const matter of matters)
        for (const evidenceId of found.evidenceIds)
          await linkEvidence(tx, inside, evidenceId, matter.id, `随线索转入举报 ${matter.number}`);
      opened.push(...matters);
    }
    if (opened.length > 0)
      await publishEvent(tx, ctx, 'complaints.matter.opened', {
        source: feed.source,
        sourceId: id,
        matters: opened.map((one) => ({ id: one.id, number: one.number, joinedTo: one.joinedTo })),
      });
  });
}

export const foundTasks: readonly JobTask[] = FEEDS.map((feed) =>
  tellingFailure({
    task: `complaints.take-${feed.source}`,
    label: feed.label,
    cancellable: false,
    maxAttempts: 3,
    queue: 'complaints',
    run: (ctx, payload: Readonly<Record<string, unknown>>) => takeFound(ctx, feed, payload),
  }),
);

export const foundSubscribers: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  FEEDS.map((feed) => [feed.event, [`complaints.take-${feed.source}`]]),
);
