import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type AidRow = RouteOutput<typeof routes.listAidRequests>['items'][number];
export type Aid = RouteOutput<typeof routes.getAidRequest>;
export type Expert = RouteOutput<typeof routes.listAidExperts>['items'][number];
export type RegionRow = RouteOutput<typeof routes.listCrossRegions>['items'][number];
export type Region = RouteOutput<typeof routes.getCrossRegion>;
export type Origin = RouteOutput<typeof routes.listOrigins>['items'][number];

export const aidBase = '/protection/rights-aid';
export const regionBase = '/protection/cross-region';
export const aidKeys = [['aid-requests'], ['aid-request'], ['aid-helpers'], ['aid-experts']];
export const regionKeys = [['cross-regions'], ['cross-region'], ['origins']];

export const AID_KINDS = [
  'consultation',
  'infringement-opinion',
  'expert',
  'agency',
  'funding',
  'exhibition',
  'overseas',
] as const;
export type AidKind = (typeof AID_KINDS)[number];
export const REGION_KINDS = ['investigate', 'verify', 'evidence', 'serve', 'joint-action'] as const;
export const ORIGIN_KINDS = ['made', 'sold', 'shipped', 'market'] as const;

export const aidQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['aid-request', id, language],
    queryFn: ({ signal }) => api.getAidRequest({ params: { id } }, signal),
  });

export const regionQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['cross-region', id, language],
    queryFn: ({ signal }) => api.getCrossRegion({ params: { id } }, signal),
  });
