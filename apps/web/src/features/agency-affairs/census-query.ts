import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, routes, urlOf } from '../../lib/api.ts';
import { askOrRecall } from '../../lib/kept.ts';

export type Census = RouteOutput<typeof routes.getCensus>;
export type CensusItemView = RouteOutput<typeof routes.getCensusItem> & { keptAt?: string };
export type CensusRow = RouteOutput<typeof routes.listCensusItems>['items'][number];

export const censusesQuery = (language: string) =>
  queryOptions({
    queryKey: ['census', 'all', language],
    queryFn: ({ signal }) => api.listCensuses({}, signal),
  });

export const censusQuery = (account: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['census', id, account, language],
    queryFn: ({ signal }): Promise<Census & { keptAt?: string }> =>
      askOrRecall(account, `census.${id}`, () => api.getCensus({ params: { id } }, signal)),
    retry: false,
  });

/** Without network what was kept when it was last opened, so that a check can be written on the spot. */
export const censusItemQuery = (account: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['census-item', id, account, language],
    queryFn: ({ signal }): Promise<CensusItemView> =>
      askOrRecall(account, `census-item.${id}`, () => api.getCensusItem({ params: { id } }, signal)),
    refetchOnReconnect: true,
    retry: false,
  });

export const censusPhotoUrl = (check: string, sha256: string) =>
  urlOf(routes.getCensusPhoto, { params: { id: check, sha256 } });
