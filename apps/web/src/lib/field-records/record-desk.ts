import type { TFunction } from 'i18next';
import { describeError } from '../describe-error.ts';
import type { DeviceTable } from '../device-store.ts';
import { i18next } from '../i18n.ts';
import { isUnreachable } from '../kept.ts';
import type { FieldRecord } from './field-record.ts';
import { type SendPorts, sendRecords } from './send-records.ts';

/** Records of one kind on this device, and how they are sent. */
export interface RecordDesk<R extends FieldRecord> {
  readonly table: DeviceTable<R>;
  readonly changed: () => void;
  readonly onChanged: (listener: () => void) => () => void;
  /** Sends what waits of an account; one run at a time. */
  readonly sendWaiting: (account: string) => Promise<void>;
}

/** @param of.away what is said of a record that waits for the network, by messages of `of.namespace` */
export function openRecordDesk<R extends FieldRecord>(
  of: Pick<SendPorts<R>, 'table' | 'sendRecord' | 'sendPhoto'> & {
    readonly namespace: string;
    readonly away: (t: TFunction) => string;
  },
): RecordDesk<R> {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const judge = (error: unknown): { later: boolean; reason: string } => {
    const t = i18next.getFixedT(null, of.namespace);
    if (isUnreachable(error)) return { later: true, reason: of.away(t) };
    const text = describeError(error, t);
    const reason = [text.detail ?? text.title, ...text.fields.map((field) => field.message)].join(' ');
    return { later: text.kind === 'busy' || text.kind === 'server', reason };
  };
  let running: Promise<void> | undefined;
  return {
    table: of.table,
    changed,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sendWaiting: (account) => {
      running ??= sendRecords({ ...of, account, judge, changed }).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
