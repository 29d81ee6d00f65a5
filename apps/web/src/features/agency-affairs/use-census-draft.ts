import type { CensusItemDetail } from '@jince/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { today } from '../../lib/format.ts';
import { becomeFieldDevice } from '../../lib/kept.ts';
import { makeId } from '../../lib/make-id.ts';
import { useMe } from '../../lib/meta.ts';
import { type CensusDraft, type CensusPatch, changeDraft, newCensusDraft } from './census-draft.ts';
import { censusDrafts, censusDraftsChanged, onCensusDraftsChanged, sendWaiting } from './census-drafts.ts';

/** Checks kept on this device of the person signed in; sends what waits when the network is there. */
export function useCensusDrafts(): { drafts: readonly CensusDraft[]; send: () => Promise<void> } {
  const { userId } = useMe();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['census-drafts', userId],
    queryFn: async () => (await censusDrafts.all().catch(() => [])).filter((draft) => draft.account === userId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const send = useCallback(async () => {
    await sendWaiting(userId).catch(() => undefined);
    for (const key of ['census', 'census-items', 'census-item', 'agency-requests'])
      void queries.invalidateQueries({ queryKey: [key] });
  }, [userId, queries]);
  useEffect(
    () => onCensusDraftsChanged(() => void queries.invalidateQueries({ queryKey: ['census-drafts'] })),
    [queries],
  );
  useEffect(() => {
    const online = () => void send();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, [send]);
  return { drafts: query.data ?? [], send };
}

/** The check being written: taken up where it was left, saved on the device while it is typed. */
export function useCensusDraft(item: Pick<CensusItemDetail, 'id' | 'name'>) {
  const { userId } = useMe();
  const { send } = useCensusDrafts();
  const [draft, setDraft] = useState<CensusDraft>();
  const [unkept, setUnkept] = useState(false);
  const latest = useRef<CensusDraft>(undefined);
  const { id, name } = item;
  const begin = useCallback(
    () => newCensusDraft({ id: makeId(), account: userId, item: { id, name }, today: today(), now: Date.now() }),
    [userId, id, name],
  );
  const show = (next: CensusDraft) => {
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    let gone = false;
    void censusDrafts
      .all()
      .catch(() => [])
      .then((rows) => {
        const kept = rows.find((row) => row.account === userId && row.itemId === id);
        if (gone || latest.current?.itemId === id) return;
        latest.current = kept ?? begin();
        setDraft(latest.current);
      });
    return () => {
      gone = true;
    };
  }, [userId, id, begin]);
  const keep = async (next: CensusDraft) => {
    becomeFieldDevice();
    try {
      await censusDrafts.put(next);
      setUnkept(false);
      censusDraftsChanged();
    } catch {
      setUnkept(true);
    }
  };
  return {
    draft,
    unkept,
    change: (patch: CensusPatch) => {
      if (!latest.current) return;
      const next = changeDraft(latest.current, patch, Date.now());
      show(next);
      void keep(next);
    },
    /** Queued on the device first: it is never lost, and arrives now or when the network is back. */
    submit: async () => {
      if (!latest.current) return;
      await keep({ ...latest.current, state: 'queued', reason: null });
      await send();
      const left = await censusDrafts.get(latest.current.id).catch(() => undefined);
      show(left ?? begin());
      return left?.state;
    },
    discard: async () => {
      if (latest.current) await censusDrafts.delete(latest.current.id).catch(() => undefined);
      censusDraftsChanged();
      show(begin());
    },
  };
}

export type CensusHandle = ReturnType<typeof useCensusDraft>;
