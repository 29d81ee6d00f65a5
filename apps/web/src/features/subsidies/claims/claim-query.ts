import type { ClaimDetail, ClaimState, ClaimSummary, RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api } from '../../../lib/api.ts';
import type { ListState } from '../../../lib/list-state.ts';

export type { ClaimDetail, ClaimSummary };
export type Claim = ClaimDetail;
export type ClaimLine = ClaimDetail['lineItems'][number];
export type Comparison = RouteOutput<typeof routes.getClaimCheck>;
export type ClaimableItem = RouteOutput<typeof routes.listClaimableItems>['items'][number];
export type Declared = ClaimLine['declared'];

export function useClaims(state: ListState) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['claims', state.query, i18n.language],
    queryFn: ({ signal }) => api.listClaims({ query: addressQuery<'listClaims'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
}

export const claimQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['claim', id, language],
    queryFn: ({ signal }) => api.getClaim({ params: { id } }, signal),
  });

/** What the claim would give with the facts of now. */
export const claimCheckQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['claim-check', id, language],
    queryFn: ({ signal }) => api.getClaimCheck({ params: { id } }, signal),
  });

/** First parts of what to ask for again once a claim has moved. */
export const claimKeys = (id: string) => [
  ['claim', id],
  ['claim-check', id],
  ['claims'],
  ['entitlements'],
  ['publicity'],
];

const UNPAID: ReadonlySet<ClaimState> = new Set([
  'draft',
  'submitted',
  'recommended',
  'supplementing',
  'accepted',
  'checked',
  'reviewed',
  'cleared',
  'approved',
  'publicised',
  'objected',
  'ready',
]);

/** Nothing was released yet: what would come out now is worth knowing. */
export const isUnpaid = (claim: Pick<Claim, 'state'>) => UNPAID.has(claim.state);
