import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';
import { askOrRecall } from '../../lib/kept.ts';

export type Target = RouteOutput<typeof routes.getWorkItem> & { keptAt?: string };
export type MyWork = RouteOutput<typeof routes.listMyWork> & { keptAt?: string };

/** How many targets the list on a phone holds; more are looked up in the worklists. */
const LIST_SIZE = 300;

/** What is assigned to the person, or (`all`) everything of the person's places. */
export const myWorkQuery = (account: string, language: string, all = false) =>
  queryOptions({
    queryKey: ['my-work', account, language, all],
    queryFn: ({ signal }): Promise<MyWork> =>
      askOrRecall(account, all ? 'work.all' : 'work', () =>
        api.listMyWork({ query: { pageSize: LIST_SIZE, ...(all ? { mine: 'false' as const } : {}) } }, signal),
      ),
    refetchOnReconnect: true,
    retry: false,
  });

export const targetQuery = (account: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['target', id, account, language],
    queryFn: ({ signal }): Promise<Target> =>
      askOrRecall(account, `target.${id}`, () => api.getWorkItem({ params: { id } }, signal)),
    refetchOnReconnect: true,
    retry: false,
  });
