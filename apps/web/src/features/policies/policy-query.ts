import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type PolicyDetail = RouteOutput<typeof routes.getPolicy>;
export type PolicyCheck = RouteOutput<typeof routes.checkPolicyDocument>;
export type PolicyAnswers = RouteOutput<typeof routes.getPolicyAnswers>;
export type Vocabulary = RouteOutput<typeof routes.getPolicyVocabulary>;

export const policiesHref = '/incentives/policies';
export const policyHref = (id: string) => `${policiesHref}/${id}`;
export const editHref = (id: string) => `${policiesHref}/${id}/edit`;
export const changesHref = (id: string, since?: string) =>
  `${policiesHref}/${id}/changes${since === undefined ? '' : `?since=${since}`}`;
export const answersHref = (party?: string) => `${policiesHref}/answers${party === undefined ? '' : `?party=${party}`}`;

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => api.listPolicies({}, signal),
});

export const policyQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['policy', id, language],
    queryFn: ({ signal }) => api.getPolicy({ params: { id } }, signal),
  });

export const vocabularyQuery = (language: string) =>
  queryOptions({
    queryKey: ['policy-vocabulary', language],
    queryFn: ({ signal }) => api.getPolicyVocabulary({}, signal),
    staleTime: 600_000,
  });

export const changesQuery = (id: string, since: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['policy-changes', id, since ?? '', language],
    queryFn: ({ signal }) =>
      api.comparePolicies({ params: { id }, query: since === undefined ? {} : { since } }, signal),
  });

export const answersQuery = (party: string, language: string) =>
  queryOptions({
    queryKey: ['policy-answers', party, language],
    queryFn: ({ signal }) => api.getPolicyAnswers({ params: { id: party }, query: {} }, signal),
  });

/** What the server says of a document as it stands, as text so that the same is asked once. */
export const checkQuery = (document: string, language: string) =>
  queryOptions({
    queryKey: ['policy-check', document, language],
    queryFn: ({ signal }) => api.checkPolicyDocument({ body: { document: JSON.parse(document) } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Everything that shows policies is asked for again. */
export async function refreshPolicies(queries: QueryClient): Promise<void> {
  await Promise.all(
    ['policies', 'policy', 'policy-changes', 'policy-answers'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
