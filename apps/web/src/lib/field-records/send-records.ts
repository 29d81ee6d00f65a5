import type { DeviceTable } from '../device-store.ts';
import type { FieldRecord } from './field-record.ts';

export interface SendPorts<R extends FieldRecord> {
  readonly table: DeviceTable<R>;
  readonly account: string;
  /** Gives why the server holds the record for a decision, or null. */
  readonly sendRecord: (record: R) => Promise<string | null>;
  readonly sendPhoto: (record: R, photo: R['photos'][number]) => Promise<unknown>;
  /** `later`: the network is away or the server busy; otherwise a person has to look at it. */
  readonly judge: (error: unknown) => { readonly later: boolean; readonly reason: string };
  readonly changed: () => void;
}

/** The record first, then its photos; what the server holds for a decision stays here, marked, until somebody has seen it. */
async function sendOne<R extends FieldRecord>(record: R, ports: SendPorts<R>): Promise<boolean> {
  const { table } = ports;
  try {
    let current: R | undefined = record;
    if (!record.recorded) {
      const reason = await ports.sendRecord(record);
      current = await table.update(record.id, (row) => ({ ...row, recorded: true, reason }));
    }
    for (const photo of current?.photos ?? []) {
      if (photo.sent || current === undefined) continue;
      await ports.sendPhoto(current, photo);
      current = await table.update(record.id, (row) => ({
        ...row,
        photos: row.photos.map((one) => (one.key === photo.key ? { ...one, sent: true } : one)),
      }));
    }
    if (current?.reason) await table.update(record.id, (row) => ({ ...row, state: 'held' }));
    else await table.delete(record.id);
    return true;
  } catch (error) {
    const { later, reason } = ports.judge(error);
    await table.update(record.id, (row) => ({
      ...row,
      state: later ? 'queued' : 'failed',
      reason: row.recorded && row.reason !== null && later ? row.reason : reason,
    }));
    return !later;
  }
}

/** Sends what waits, oldest first. A network that is away is away for all; a refusal of one does not hold up the others. */
export async function sendRecords<R extends FieldRecord>(ports: SendPorts<R>): Promise<void> {
  const waiting = (await ports.table.all())
    .filter((record) => record.account === ports.account && record.state === 'queued')
    .sort((a, b) => a.changedAt - b.changedAt);
  for (const record of waiting) {
    const goOn = await sendOne(record, ports);
    ports.changed();
    if (!goOn) return;
  }
}
