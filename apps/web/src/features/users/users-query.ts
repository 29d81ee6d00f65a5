import type { RouteOutput, routes } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export type Account = RouteOutput<typeof routes.listAccounts>['items'][number];
export type Role = RouteOutput<typeof routes.listRoles>['roles'][number];
export type PlaceKind = Role['placeKinds'][number];

export const rolesQuery = (language: string) =>
  queryOptions({
    queryKey: ['roles', language],
    queryFn: ({ signal }) => api.listRoles({}, signal),
    staleTime: 600_000,
  });

export const bodiesQuery = (language: string) =>
  queryOptions({
    queryKey: ['organisations', language],
    queryFn: ({ signal }) => api.listOrganisations({}, signal),
    staleTime: 600_000,
  });
