import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';

/** What an enterprise is entitled to, and what is missing for more. */
export const ownEntitlementsQuery = (partyId: string, language: string) =>
  queryOptions({
    queryKey: ['own-entitlements', partyId, language],
    queryFn: ({ signal }) => api.getPartyEntitlements({ params: { id: partyId } }, signal),
  });

export const ownClaimsQuery = (partyId: string, language: string) =>
  queryOptions({
    queryKey: ['own-claims', partyId, language],
    queryFn: ({ signal }) => api.listClaims({ query: { party: partyId, pageSize: 100, sort: '-openedAt' } }, signal),
  });

export const ownAlertsQuery = (partyId: string, language: string) =>
  queryOptions({
    queryKey: ['own-alerts', partyId, language],
    queryFn: ({ signal }) => api.listAlerts({ query: { party: partyId, pageSize: 100 } }, signal),
  });

export function useOwnEntitlements() {
  const { i18n } = useTranslation();
  return useQuery(ownEntitlementsQuery(useOwnParty().partyId, i18n.language));
}

export function useOwnClaims() {
  const { i18n } = useTranslation();
  return useQuery(ownClaimsQuery(useOwnParty().partyId, i18n.language));
}

export function useOwnAlerts() {
  const { i18n } = useTranslation();
  return useQuery(ownAlertsQuery(useOwnParty().partyId, i18n.language));
}
