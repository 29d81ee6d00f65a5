import type { Me, RouteOutput, routes } from '@jince/contract';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { isUnreachable, keepMe, recall } from './kept.ts';
import { sessionStore } from './session-store.ts';

export type Meta = RouteOutput<typeof routes.getMeta>;

/** District, places and the labels of every enumeration; the language is part of the key because labels are in it. */
export const metaQuery = (language: string) =>
  queryOptions({ queryKey: ['meta', language], queryFn: ({ signal }) => api.getMeta({}, signal), staleTime: 600_000 });

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      const me = await api.getMe({}, signal);
      sessionStore.opened(me.csrfToken);
      void keepMe(me);
      return me;
    } catch (error) {
      // A field device opens without network as whoever worked on it last; the server is asked before anything is sent.
      const kept = isUnreachable(error) ? await recall<Me>(undefined, 'me') : undefined;
      if (!kept) throw error;
      sessionStore.opened('');
      return kept.value;
    }
  },
  refetchOnReconnect: true,
  staleTime: 60_000,
  retry: false,
});

export function useMeta(language: string): Meta | undefined {
  return useQuery(metaQuery(language)).data;
}

/** Who is signed in; only inside the console, which is not drawn without a session. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function can(me: Pick<Me, 'permissions'>, permission: string | undefined): boolean {
  return permission === undefined || me.permissions.includes(permission);
}
