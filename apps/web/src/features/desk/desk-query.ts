import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';

export type Desk = RouteOutput<typeof routes.getDesk>;
export type Bucket = keyof Desk['counts'];
export type Workload = RouteOutput<typeof routes.getWorkload>;

/** In the order a day is worked through. */
export const BUCKETS: readonly Bucket[] = ['overdue', 'today', 'week', 'later', 'undated', 'others'];

export const useDeskState = (): ListState => useListState({ filters: ['bucket', 'procedure', 'mine'], pageSize: 50 });

export function useDesk(state: ListState) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['desk', state.query, i18n.language],
    queryFn: ({ signal }) => api.getDesk({ query: addressQuery<'getDesk'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useWorkload(procedure: string | undefined, enabled: boolean) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['desk-workload', procedure, i18n.language],
    queryFn: ({ signal }) => api.getWorkload({ query: procedure === undefined ? {} : { procedure } }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}
