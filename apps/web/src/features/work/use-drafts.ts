import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useMe } from '../../lib/meta.ts';
import { listDrafts, onDraftsChanged, sendDrafts } from './drafts.ts';
import type { VisitDraft } from './visit-draft.ts';

const RETRY_AT_MOST_MS = 300_000;

/** What is kept on this device of the person signed in, kept up with every change. */
export function useDrafts(): readonly VisitDraft[] {
  const me = useMe();
  const queries = useQueryClient();
  useEffect(() => onDraftsChanged(() => void queries.invalidateQueries({ queryKey: ['drafts'] })), [queries]);
  const query = useQuery({
    queryKey: ['drafts', me.userId],
    // A browser that forbids storage has none.
    queryFn: () => listDrafts(me.userId).catch(() => []),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data ?? [];
}

/** Sends what waits and has the pages ask anew for what the server has now. */
export function useSend(): (atOnce: boolean) => Promise<number | undefined> {
  const { userId } = useMe();
  const queries = useQueryClient();
  return useCallback(
    async (atOnce) => {
      const before = await waiting(userId);
      if (before === 0) return undefined;
      const next = await sendDrafts(userId, atOnce);
      if ((await waiting(userId)) < before)
        for (const key of ['my-work', 'target', 'work-items', 'visits', 'campaign'])
          void queries.invalidateQueries({ queryKey: [key] });
      return next;
    },
    [userId, queries],
  );
}

const waiting = async (account: string) =>
  (await listDrafts(account)).filter((draft) => draft.state === 'queued' || draft.state === 'sending').length;

/** Sends what waits: now, when the network comes back, when the window is looked at again, and after a while. */
export function useOutbox(): void {
  const send = useSend();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const run = async (atOnce: boolean) => {
      clearTimeout(timer);
      const next = await send(atOnce);
      if (!gone && next !== undefined)
        timer = setTimeout(() => start(false), Math.min(RETRY_AT_MOST_MS, Math.max(1000, next - Date.now())));
    };
    // Storage that the browser forbids holds nothing to send.
    const start = (atOnce: boolean) => void run(atOnce).catch(() => undefined);
    const online = () => start(true);
    const seen = () => document.visibilityState === 'visible' && start(true);
    start(true);
    const stop = onDraftsChanged(() => start(false));
    addEventListener('online', online);
    document.addEventListener('visibilitychange', seen);
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [send]);
}
