import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';
import { askOrRecall } from '../../lib/kept.ts';

export type Target = RouteOutput<typeof routes.getWorkItem> & { keptAt?: string };
export type MyWork = RouteOutput<typeof routes.listMyWork> & { keptAt?: string };

/** How many targets the list on a phone holds; more are looked up in the worklists. */
const LIST_SIZE = 300;

export const myWorkQuery = (account: string, language: string) =>
  queryOptions({
    queryKey: ['my-work', account, language],
    queryFn: ({ signal }): Promise<MyWork> =>
      askOrRecall(account, 'work', () => api.listMyWork({ query: { pageSize: LIST_SIZE } }, signal)),
    networkMode: 'always',
    refetchOnReconnect: true,
    retry: false,
  });

export const targetQuery = (account: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['target', id, account, language],
    queryFn: ({ signal }): Promise<Target> =>
      askOrRecall(account, `target.${id}`, () => api.getWorkItem({ params: { id } }, signal)),
    networkMode: 'always',
    refetchOnReconnect: true,
    retry: false,
  });
