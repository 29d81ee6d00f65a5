import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type PartyDetail = RouteOutput<typeof routes.getParty>;
export type Mention = RouteOutput<typeof routes.listPartyMentions>['mentions'][number];

export const partyQuery = (id: string, asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['party', id, asOf ?? '', language],
    queryFn: ({ signal }) => api.getParty({ params: { id }, query: asOf ? { asOf } : {} }, signal),
    placeholderData: keepPreviousData,
  });

/** The rights of a party shown on its page: patents in force and marks, those with the nearest deadline first. */
export const shownRights = 12;

export const partyPatentsQuery = (id: string, asOf: string | undefined) => {
  const query = { party: id, status: 'granted', pageSize: shownRights, sort: 'nextDueOn', ...(asOf ? { asOf } : {}) };
  return queryOptions({
    queryKey: ['patents', query],
    queryFn: ({ signal }) => api.listPatents({ query }, signal),
  });
};
export const partyTrademarksQuery = (id: string, asOf: string | undefined) => {
  const query = { party: id, pageSize: shownRights, sort: 'expiresOn', ...(asOf ? { asOf } : {}) };
  return queryOptions({
    queryKey: ['trademarks', query],
    queryFn: ({ signal }) => api.listTrademarks({ query }, signal),
  });
};
export const partyMentionsQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['party-mentions', id, language],
    queryFn: ({ signal }) => api.listPartyMentions({ params: { id } }, signal),
  });
