import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type TrademarkDetail = RouteOutput<typeof routes.getTrademark>;

export const trademarkQuery = (id: string, asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['trademark', id, asOf ?? '', language],
    queryFn: ({ signal }) => api.getTrademark({ params: { id }, query: asOf ? { asOf } : {} }, signal),
    placeholderData: keepPreviousData,
  });
