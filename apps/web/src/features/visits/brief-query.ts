import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type Brief = RouteOutput<typeof routes.getBrief>;

export const briefQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['brief', id, language],
    queryFn: ({ signal }) => api.getBrief({ params: { id } }, signal),
  });
