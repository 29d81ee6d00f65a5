import type { DeviceTable } from '../../lib/device-store.ts';
import type { DraftPhoto, FieldDraft } from './field-draft.ts';

export interface OutboxPorts {
  readonly table: DeviceTable<FieldDraft>;
  readonly account: string;
  readonly sendRecord: (draft: FieldDraft) => Promise<{ readonly state: string; readonly reason: string | null }>;
  readonly sendPhoto: (draft: FieldDraft, photo: DraftPhoto) => Promise<unknown>;
  /** `later`: the network is away or the server busy; otherwise a person has to look at it. */
  readonly judge: (error: unknown) => { readonly later: boolean; readonly reason: string };
  readonly changed: () => void;
}

/** The record first, then its photos; what the server holds for a decision stays here, marked, until somebody has seen it. */
async function sendOne(draft: FieldDraft, ports: OutboxPorts): Promise<boolean> {
  const { table } = ports;
  try {
    let current: FieldDraft | undefined = draft;
    if (!draft.recorded) {
      const answer = await ports.sendRecord(draft);
      const reason = answer.state === 'held' ? answer.reason : null;
      current = await table.update(draft.id, (row) => ({ ...row, recorded: true, reason }));
    }
    for (const photo of current?.photos ?? []) {
      if (photo.sent || current === undefined) continue;
      await ports.sendPhoto(current, photo);
      current = await table.update(draft.id, (row) => ({
        ...row,
        photos: row.photos.map((one) => (one.key === photo.key ? { ...one, sent: true } : one)),
      }));
    }
    if (current?.reason) await table.update(draft.id, (row) => ({ ...row, state: 'held' }));
    else await table.delete(draft.id);
    return true;
  } catch (error) {
    const { later, reason } = ports.judge(error);
    await table.update(draft.id, (row) => ({
      ...row,
      state: later ? 'queued' : 'failed',
      reason: row.recorded && row.reason !== null && later ? row.reason : reason,
    }));
    return !later;
  }
}

/** Sends what waits, oldest first. A network that is away is away for all; a refusal of one does not hold up the others. */
export async function sendDrafts(ports: OutboxPorts): Promise<void> {
  const waiting = (await ports.table.all())
    .filter((draft) => draft.account === ports.account && draft.state === 'queued')
    .sort((a, b) => a.changedAt - b.changedAt);
  for (const draft of waiting) {
    const goOn = await sendOne(draft, ports);
    ports.changed();
    if (!goOn) return;
  }
}
