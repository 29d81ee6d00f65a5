import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Tone } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';

export type AgencyRow = RouteOutput<typeof routes.listAgencies>['items'][number];
export type AgencyDetail = RouteOutput<typeof routes.getAgency>;
export type AgencyPerson = RouteOutput<typeof routes.listPeople>['items'][number];
export type WrittenName = RouteOutput<typeof routes.listAgencyNames>['items'][number];
export type IdentityReviews = RouteOutput<typeof routes.listIdentityReviews>;
export type Figures = RouteOutput<typeof routes.getAgencyFigures>;

export const REGISTER = '/agencies/register';
export const agencyHref = (id: string): string => `${REGISTER}/${id}`;

export const STATUS_TONES: Readonly<Record<AgencyRow['status'], Tone>> = {
  active: 'good',
  suspended: 'warn',
  revoked: 'late',
  deregistered: 'plain',
  unknown: 'plain',
};

export const FILING_TONES: Readonly<Record<NonNullable<AgencyRow['filing']>, Tone>> = {
  'in-force': 'good',
  ending: 'warn',
  ended: 'late',
  none: 'plain',
};

export const agencyQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['agency', id, language],
    queryFn: ({ signal }) => api.getAgency({ params: { id } }, signal),
  });
