import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Tone } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';

export type Overview = RouteOutput<typeof routes.getAssociation>;
export type Member = RouteOutput<typeof routes.listAssociationMembers>['items'][number];
export type Agency = RouteOutput<typeof routes.getAssociationAgency>;
export type Rating = RouteOutput<typeof routes.listRatings>['items'][number];
export type Complaint = RouteOutput<typeof routes.listComplaints>['items'][number];
export type Matter = RouteOutput<typeof routes.listRatableMatters>['items'][number];

export const base = '/agencies/association';
export const agencyHref = (id: string) => `${base}/agencies/${id}`;
export const documentHref = (id: string) => `${base}/documents/${id}`;
export const complaintHref = (id: string) => `${base}/complaints/${id}`;

/** First part of the keys of everything of the association. */
export const KEY = 'association';
export const associationKeys = [[KEY]];

export const overviewQuery = (language: string) =>
  queryOptions({
    queryKey: [KEY, 'overview', language],
    queryFn: ({ signal }) => api.getAssociation({}, signal),
  });

export const agencyQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: [KEY, 'agency', id, language],
    queryFn: ({ signal }) => api.getAssociationAgency({ params: { id } }, signal),
  });

export const documentQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: [KEY, 'document', id, language],
    queryFn: ({ signal }) => api.getAssociationDocument({ params: { id } }, signal),
  });

export function toneOfComplaint({ standing, outcome }: Pick<Complaint, 'standing' | 'outcome'>): Tone {
  if (outcome === 'breach') return 'late';
  if (standing === 'done') return 'good';
  return standing === 'waiting' || standing === 'open' ? 'warn' : 'plain';
}
