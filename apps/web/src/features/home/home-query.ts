import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type Home = RouteOutput<typeof routes.getHome>;

export const homeQuery = (asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['home', asOf ?? '', language],
    queryFn: ({ signal }) => api.getHome({ query: asOf ? { asOf } : {} }, signal),
  });
