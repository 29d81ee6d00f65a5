import type { Me } from '@jince/contract';
import { useQueries } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from './api.ts';
import { useMe } from './meta.ts';

let chosen: string | undefined;
const listeners = new Set<() => void>();

function choose(id: string): void {
  chosen = id;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Parties an account stands for. */
export const ownParties = (me: Pick<Me, 'roles'>): string[] => [
  ...new Set(me.roles.filter((role) => role.placeKind === 'party').map((role) => role.placeCode)),
];

/** The enterprise the portal is about, and how to turn to another one the account stands for. */
export function useOwnParty() {
  const ids = ownParties(useMe());
  const current = useSyncExternalStore(subscribe, () => chosen);
  const partyId = current !== undefined && ids.includes(current) ? current : (ids[0] ?? '');
  const known = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['party', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.getParty({ params: { id } }, signal),
      staleTime: 300_000,
    })),
  });
  const parties = ids.map((id, at) => ({ id, name: known[at]?.data?.name ?? '' }));
  return { partyId, parties, choose };
}
