import type { RouteOutput, routes } from '@jince/contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from './api.ts';

export type Notice = RouteOutput<typeof routes.listNotices>['items'][number];

const ASK_EVERY_MS = 60_000;

/** How many notices are not read yet, asked for once a minute while the page is looked at. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: ({ signal }) => api.listNotices({ query: { unread: 'true', pageSize: 1 } }, signal),
  select: (answer) => answer.unread,
  refetchInterval: ASK_EVERY_MS,
});

const MOST = 500;

/** Marks notices as read, the given ones or all (at most 500 at a time), and counts again. */
export function useReadNotices() {
  const queries = useQueryClient();
  return async (ids: readonly string[] | 'all') => {
    const unread = async () =>
      (await api.listNotices({ query: { unread: 'true', pageSize: MOST } })).items.map((one) => one.id);
    const chosen = ids === 'all' ? await unread() : [...ids];
    if (chosen.length > 0) await api.readNotices({ body: { ids: chosen } });
    await queries.invalidateQueries({ queryKey: ['notices'] });
  };
}
