import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api } from '../../../lib/api.ts';
import type { ListState } from '../../../lib/list-state.ts';

export type EntitlementPage = RouteOutput<typeof routes.listEntitlements>;

const ASK_AGAIN_MS = 2500;

/** `asking`: the district is being looked over, so the answer is asked for again and again. */
export function useEntitlements(state: ListState, asking = false) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['entitlements', state.query, i18n.language],
    queryFn: ({ signal }) => api.listEntitlements({ query: addressQuery<'listEntitlements'>(state.query) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: asking ? ASK_AGAIN_MS : false,
  });
}

export const entitlementQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['entitlement', id, language],
    queryFn: ({ signal }) => api.getEntitlement({ params: { id } }, signal),
  });

export const partyEntitlementsQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['party-entitlements', id, language],
    queryFn: ({ signal }) => api.getPartyEntitlements({ params: { id } }, signal),
  });
