import type { RouteInput, RouteOutput } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type Pool = RouteOutput<typeof routes.listPoolEntries>;
export type PoolEntry = Pool['items'][number];
export type PoolChange = RouteInput<typeof routes.updatePoolEntry>['body'];
export type PoolRoute = 'administrative' | 'review' | 'court';
export const poolRoutes: readonly PoolRoute[] = ['administrative', 'review', 'court'];

export const poolQuery = (town: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['pool', town ?? '', language],
    queryFn: ({ signal }) => api.listPoolEntries({ query: town ? { town } : {} }, signal),
    placeholderData: keepPreviousData,
  });
