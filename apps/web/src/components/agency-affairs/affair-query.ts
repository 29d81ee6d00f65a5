import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type AgencyRequest = RouteOutput<typeof routes.getAgencyRequest>;
export type AnnualReport = RouteOutput<typeof routes.getAnnualReport>;
export type Inquiry = RouteOutput<typeof routes.getInquiry>;
export type Disclosures = RouteOutput<typeof routes.listDisclosures>;
type AffairFieldView = AgencyRequest['fields'][number];
export type AffairValue = AffairFieldView['value'];
export type FieldShape = Pick<AffairFieldView, 'code' | 'label' | 'type' | 'unit' | 'required' | 'help'>;

/** First parts of the keys of everything that changes when a matter of an agency moves. */
export const affairKeys = [
  ['agency-requests'],
  ['agency-request'],
  ['annual-reports'],
  ['annual-report'],
  ['agency-inquiries'],
  ['agency-inquiry'],
  ['agency-desk'],
];

export const requestQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['agency-request', id, language],
    queryFn: ({ signal }) => api.getAgencyRequest({ params: { id } }, signal),
  });

export const reportQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['annual-report', id, language],
    queryFn: ({ signal }) => api.getAnnualReport({ params: { id } }, signal),
  });

export const inquiryQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['agency-inquiry', id, language],
    queryFn: ({ signal }) => api.getInquiry({ params: { id } }, signal),
  });

export const disclosuresQuery = (agencyId: string, language: string) =>
  queryOptions({
    queryKey: ['disclosures', agencyId, language],
    queryFn: ({ signal }) => api.listDisclosures({ params: { id: agencyId } }, signal),
  });
