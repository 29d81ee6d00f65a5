import type { DeviceTable } from '../../lib/device-store.ts';
import type { CensusDraft, DraftPhoto } from './census-draft.ts';

interface CensusPorts {
  readonly table: DeviceTable<CensusDraft>;
  readonly account: string;
  readonly sendCheck: (draft: CensusDraft) => Promise<unknown>;
  readonly sendPhoto: (draft: CensusDraft, photo: DraftPhoto) => Promise<unknown>;
  /** `later`: the network is away or the server busy; otherwise a person has to look at it. */
  readonly judge: (error: unknown) => { readonly later: boolean; readonly reason: string };
  readonly changed: () => void;
}

async function sendOne(draft: CensusDraft, ports: CensusPorts): Promise<boolean> {
  const { table } = ports;
  try {
    let current: CensusDraft | undefined = draft;
    if (!draft.recorded) {
      await ports.sendCheck(draft);
      current = await table.update(draft.id, (row) => ({ ...row, recorded: true }));
    }
    for (const photo of current?.photos ?? []) {
      if (photo.sent || current === undefined) continue;
      await ports.sendPhoto(current, photo);
      current = await table.update(draft.id, (row) => ({
        ...row,
        photos: row.photos.map((one) => (one.key === photo.key ? { ...one, sent: true } : one)),
      }));
    }
    await table.delete(draft.id);
    return true;
  } catch (error) {
    const { later, reason } = ports.judge(error);
    await table.update(draft.id, (row) => ({ ...row, state: later ? 'queued' : 'failed', reason }));
    return !later;
  }
}

/** Sends what waits, oldest first. A network that is away is away for all; a refusal of one does not hold up the others. */
export async function sendCensusDrafts(ports: CensusPorts): Promise<void> {
  const waiting = (await ports.table.all())
    .filter((draft) => draft.account === ports.account && draft.state === 'queued')
    .sort((a, b) => a.changedAt - b.changedAt);
  for (const draft of waiting) {
    const goOn = await sendOne(draft, ports);
    ports.changed();
    if (!goOn) return;
  }
}
