import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type ClassGap = RouteOutput<typeof routes.getClassGap>;
export type ClassGapRow = RouteOutput<typeof routes.listClassGaps>['items'][number];

export const classGapQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['class-gap', id, language],
    queryFn: ({ signal }) => api.getClassGap({ params: { id } }, signal),
  });
