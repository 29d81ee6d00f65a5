import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type PatentDetail = RouteOutput<typeof routes.getPatent>;

export const patentQuery = (id: string, asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['patent', id, asOf ?? '', language],
    queryFn: ({ signal }) => api.getPatent({ params: { id }, query: asOf ? { asOf } : {} }, signal),
    placeholderData: keepPreviousData,
  });
