import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api } from '../../../lib/api.ts';
import type { ListState } from '../../../lib/list-state.ts';

export type ListRow = RouteOutput<typeof routes.listPublicityLists>['items'][number];
export type PublicityList = RouteOutput<typeof routes.getPublicityList>;
export type CandidateGroup = RouteOutput<typeof routes.listPublicityCandidates>['groups'][number];
export type Preview = RouteOutput<typeof routes.previewPublicityList>;

export function useLists(state: ListState) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['publicity', 'lists', state.query, i18n.language],
    queryFn: ({ signal }) => api.listPublicityLists({ query: addressQuery<'listPublicityLists'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
}

export const candidatesQuery = (language: string) =>
  queryOptions({
    queryKey: ['publicity', 'candidates', language],
    queryFn: ({ signal }) => api.listPublicityCandidates({}, signal),
  });

export const publicityListQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['publicity', 'list', id, language],
    queryFn: ({ signal }) => api.getPublicityList({ params: { id } }, signal),
  });

/** Where everyone reads a list, without an account. */
export const publicAddress = (id: string) => `/public/lists/${id}`;
