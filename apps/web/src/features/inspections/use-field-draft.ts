import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { today } from '../../lib/format.ts';
import { becomeFieldDevice } from '../../lib/kept.ts';
import { makeId } from '../../lib/make-id.ts';
import { useMe } from '../../lib/meta.ts';
import { changeDraft, type DraftPatch, type DraftTask, type FieldDraft, newDraft } from './field-draft.ts';
import { draftsChanged, fieldDrafts, onDraftsChanged, sendWaiting } from './field-drafts.ts';
import { inspectionKeys } from './inspection-query.ts';

/** Records kept on this device of the person signed in; sends what waits when the network is there. */
export function useFieldDrafts(): {
  drafts: readonly FieldDraft[];
  send: () => Promise<void>;
  forget: (id: string) => Promise<void>;
} {
  const { userId } = useMe();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['inspection-drafts', userId],
    queryFn: async () => (await fieldDrafts.all().catch(() => [])).filter((draft) => draft.account === userId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const send = useCallback(async () => {
    await sendWaiting(userId).catch(() => undefined);
    for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
  }, [userId, queries]);
  useEffect(
    () => onDraftsChanged(() => void queries.invalidateQueries({ queryKey: ['inspection-drafts'] })),
    [queries],
  );
  useEffect(() => {
    const online = () => void send();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, [send]);
  const forget = useCallback(async (id: string) => {
    await fieldDrafts.delete(id).catch(() => undefined);
    draftsChanged();
  }, []);
  return { drafts: query.data ?? [], send, forget };
}

/** The record being written: taken up where it was left, saved on the device while it is typed. */
export function useFieldDraft(task: DraftTask) {
  const { userId } = useMe();
  const { send } = useFieldDrafts();
  const [draft, setDraft] = useState<FieldDraft>();
  const [unkept, setUnkept] = useState(false);
  const latest = useRef<FieldDraft>(undefined);
  const given = useRef(task);
  given.current = task;
  const { id, round } = task;
  const begin = useCallback(
    () => newDraft({ id: makeId(), account: userId, task: given.current, today: today(), now: Date.now() }),
    [userId],
  );
  const show = (next: FieldDraft) => {
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    let gone = false;
    void fieldDrafts
      .all()
      .catch(() => [])
      .then((rows) => {
        const kept = rows.find(
          (row) => row.account === userId && row.taskId === id && row.round === round && row.state !== 'held',
        );
        if (gone || (latest.current?.taskId === id && latest.current.round === round)) return;
        latest.current = kept ?? begin();
        setDraft(latest.current);
      });
    return () => {
      gone = true;
    };
  }, [userId, id, round, begin]);
  const keep = async (next: FieldDraft) => {
    becomeFieldDevice();
    try {
      await fieldDrafts.put(next);
      setUnkept(false);
      draftsChanged();
    } catch {
      setUnkept(true);
    }
  };
  return {
    draft,
    unkept,
    change: (patch: DraftPatch) => {
      if (!latest.current) return;
      const next = changeDraft(latest.current, patch, Date.now());
      show(next);
      void keep(next);
    },
    /** Queued on the device first: it is never lost, and arrives now or when the network is back. */
    submit: async () => {
      if (!latest.current) return;
      const finishedAt = latest.current.finishedAt ?? new Date().toISOString();
      await keep({ ...latest.current, finishedAt, state: 'queued', reason: null });
      await send();
      const left = await fieldDrafts.get(latest.current.id).catch(() => undefined);
      show(left ?? begin());
      return left;
    },
    discard: async () => {
      if (latest.current) await fieldDrafts.delete(latest.current.id).catch(() => undefined);
      draftsChanged();
      show(begin());
    },
  };
}

export type FieldHandle = ReturnType<typeof useFieldDraft>;
