import type { Visit } from '@jince/contract';
import type { DeviceTable } from '../../lib/device-store.ts';
import {
  accepted,
  type DraftPhoto,
  finished,
  photoSent,
  postponed,
  queue,
  refused,
  type VisitDraft,
} from './visit-draft.ts';

export interface OutboxPorts {
  readonly table: DeviceTable<VisitDraft>;
  readonly account: string;
  readonly now: () => number;
  readonly sendVisit: (draft: VisitDraft) => Promise<Visit>;
  readonly sendPhoto: (draft: VisitDraft, photo: DraftPhoto) => Promise<unknown>;
  /** `later`: the network is away or the server busy; `refused`: a person has to look at it. */
  readonly judge: (error: unknown) => { readonly kind: 'later' | 'refused'; readonly reason: string };
  /** The network has just come back, or a person asks: waiting times do not hold. */
  readonly atOnce?: boolean;
  /** Called after each change of what is kept. */
  readonly changed: () => void;
}

const byAge = (a: VisitDraft, b: VisitDraft) => a.createdAt - b.createdAt;

async function sendOne(draft: VisitDraft, ports: OutboxPorts): Promise<boolean> {
  const { table } = ports;
  const write = async (change: (row: VisitDraft) => VisitDraft) => {
    const next = await table.update(draft.id, change);
    ports.changed();
    return next;
  };
  let current = await write((row) => ({ ...row, state: 'sending', reason: null }));
  if (!current) return true;
  try {
    if (!current.logged) {
      const visit = await ports.sendVisit(current);
      current = await write((row) => accepted(row, visit));
    }
    for (const photo of current?.photos ?? []) {
      if (photo.sent || !current) continue;
      await ports.sendPhoto(current, photo);
      current = await write((row) => photoSent(row, photo.key));
    }
    await write(finished);
    return true;
  } catch (error) {
    const { kind, reason } = ports.judge(error);
    await write((row) => (kind === 'later' ? postponed(row, reason, ports.now()) : refused(row, reason)));
    return kind === 'refused';
  }
}

/**
 * Sends what waits, oldest first. A refusal of one does not hold up the others; a network that is away does, because it
 * is away for all. Gives the moment (epoch milliseconds) of the next try, or undefined when nothing waits.
 */
export async function runOutbox(ports: OutboxPorts): Promise<number | undefined> {
  const own = async () => (await ports.table.all()).filter((draft) => draft.account === ports.account).sort(byAge);
  for (const draft of await own()) {
    // Left behind by a page that was closed in the middle: whether it arrived is not known, so it is sent again.
    if (draft.state === 'sending') await ports.table.update(draft.id, queue);
  }
  for (const draft of await own()) {
    if (draft.state !== 'queued' || (!ports.atOnce && draft.retryAt > ports.now())) continue;
    if (!(await sendOne(draft, ports))) break;
  }
  const waiting = (await own()).filter((draft) => draft.state === 'queued');
  return waiting.length === 0 ? undefined : Math.min(...waiting.map((draft) => draft.retryAt));
}
