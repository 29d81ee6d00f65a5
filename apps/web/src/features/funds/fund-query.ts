import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { addressQuery, api } from '../../lib/api.ts';

export type Budgets = RouteOutput<typeof routes.listBudgets>;
export type Budget = RouteOutput<typeof routes.getBudget>;
export type Batch = RouteOutput<typeof routes.getBatch>;
export type Receivable = RouteOutput<typeof routes.getReceivable>;
export type LegacyPayment = RouteOutput<typeof routes.listLegacyPayments>['items'][number];
export type PartyAccount = RouteOutput<typeof routes.getPartyAccount>;

type Values = Readonly<Record<string, string | number>>;

export const budgetsQuery = queryOptions({
  queryKey: ['funds', 'budgets'],
  queryFn: ({ signal }) => api.listBudgets({}, signal),
});

export const budgetQuery = (fund: string, year: number) =>
  queryOptions({
    queryKey: ['funds', 'budget', fund, year],
    queryFn: ({ signal }) => api.getBudget({ query: { fund, year } }, signal),
    placeholderData: keepPreviousData,
  });

export const payablesQuery = (values: Values, language: string) =>
  queryOptions({
    queryKey: ['funds', 'payables', values, language],
    queryFn: ({ signal }) => api.listPayables({ query: addressQuery<'listPayables'>(values) }, signal),
    placeholderData: keepPreviousData,
  });

export const batchesQuery = (values: Values) =>
  queryOptions({
    queryKey: ['funds', 'batches', values],
    queryFn: ({ signal }) => api.listBatches({ query: addressQuery<'listBatches'>(values) }, signal),
    placeholderData: keepPreviousData,
  });

export const batchQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['funds', 'batch', id, language],
    queryFn: ({ signal }) => api.getBatch({ params: { id } }, signal),
  });

export const receivablesQuery = (values: Values, language: string) =>
  queryOptions({
    queryKey: ['funds', 'receivables', values, language],
    queryFn: ({ signal }) => api.listReceivables({ query: addressQuery<'listReceivables'>(values) }, signal),
    placeholderData: keepPreviousData,
  });

export const receivableQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['funds', 'receivable', id, language],
    queryFn: ({ signal }) => api.getReceivable({ params: { id } }, signal),
  });

export const legacyQuery = (values: Values) =>
  queryOptions({
    queryKey: ['funds', 'legacy', values],
    queryFn: ({ signal }) => api.listLegacyPayments({ query: addressQuery<'listLegacyPayments'>(values) }, signal),
    placeholderData: keepPreviousData,
  });

export const accountQuery = (partyId: string) =>
  queryOptions({
    queryKey: ['funds', 'account', partyId],
    queryFn: ({ signal }) => api.getPartyAccount({ params: { id: partyId } }, signal),
  });
