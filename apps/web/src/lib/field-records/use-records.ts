import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { becomeFieldDevice } from '../kept.ts';
import { useMe } from '../meta.ts';
import { changeRecord, type FieldRecord, type RecordPatch } from './field-record.ts';
import type { RecordDesk } from './record-desk.ts';

export interface RecordsOf<R extends FieldRecord> {
  readonly desk: RecordDesk<R>;
  /** Key of the records kept here. */
  readonly key: string;
  /** What is out of date once something was sent. */
  readonly stale: readonly QueryKey[];
}

/** Records kept on this device of the person signed in; sends what waits when the network is there. */
export function useRecords<R extends FieldRecord>({ desk, key, stale }: RecordsOf<R>) {
  const { userId } = useMe();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [key, userId],
    queryFn: async () => (await desk.table.all().catch(() => [])).filter((record) => record.account === userId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const send = useCallback(async () => {
    await desk.sendWaiting(userId).catch(() => undefined);
    for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
  }, [desk, stale, userId, queries]);
  useEffect(() => desk.onChanged(() => void queries.invalidateQueries({ queryKey: [key] })), [desk, key, queries]);
  useEffect(() => {
    const online = () => void send();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, [send]);
  const forget = useCallback(
    async (id: string) => {
      await desk.table.delete(id).catch(() => undefined);
      desk.changed();
    },
    [desk],
  );
  return { drafts: query.data ?? ([] as R[]), send, forget };
}

/** What may change of a record before it is queued. */
const asItIs = <R>(record: R): R => record;

/**
 * The record being written: taken up where it was left, saved on the device while it is typed.
 * @param of.about what the record is about; another value begins another record
 */
export function useRecord<R extends FieldRecord>(
  of: RecordsOf<R> & {
    readonly about: string;
    readonly isAbout: (record: R) => boolean;
    readonly begin: (account: string) => R;
    readonly finish?: (record: R) => R;
  },
) {
  const { desk, about, finish = asItIs } = of;
  const { userId } = useMe();
  const { send } = useRecords(of);
  const [draft, setDraft] = useState<R>();
  const [unkept, setUnkept] = useState(false);
  const latest = useRef<R>(undefined);
  const given = useRef(of);
  given.current = of;
  const show = (next: R) => {
    latest.current = next;
    setDraft(next);
  };
  const begin = () => given.current.begin(userId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` stands for what the functions given look at
  useEffect(() => {
    let gone = false;
    void desk.table
      .all()
      .catch(() => [])
      .then((rows) => {
        const { isAbout } = given.current;
        const kept = rows.find((row) => row.account === userId && row.state !== 'held' && isAbout(row));
        if (gone || (latest.current && isAbout(latest.current))) return;
        show(kept ?? begin());
      });
    return () => {
      gone = true;
    };
  }, [desk, userId, about]);
  const keep = async (next: R) => {
    becomeFieldDevice();
    try {
      await desk.table.put(next);
      setUnkept(false);
      desk.changed();
    } catch {
      setUnkept(true);
    }
  };
  return {
    draft,
    unkept,
    change: (patch: RecordPatch<R>) => {
      if (!latest.current) return;
      const next = changeRecord(latest.current, patch, Date.now());
      show(next);
      void keep(next);
    },
    /** Queued on the device first: it is never lost, and arrives now or when the network is back. Gives what is left of it here. */
    submit: async (): Promise<R | undefined> => {
      if (!latest.current) return undefined;
      const { id } = latest.current;
      await keep({ ...finish(latest.current), state: 'queued', reason: null });
      await send();
      const left = await desk.table.get(id).catch(() => undefined);
      show(left ?? begin());
      return left;
    },
    discard: async () => {
      if (latest.current) await desk.table.delete(latest.current.id).catch(() => undefined);
      desk.changed();
      show(begin());
    },
  };
}
