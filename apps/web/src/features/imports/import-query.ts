import type { RouteOutput, routes } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export type ImportSummary = RouteOutput<typeof routes.listImports>['items'][number];
export type ImportDetail = RouteOutput<typeof routes.getImport>;
export type ImportRow = RouteOutput<typeof routes.getImportRow>;
export type ImportKinds = RouteOutput<typeof routes.listImportKinds>;
export type ImportKind = ImportKinds['kinds'][number];
export type SheetMapping = ImportDetail['sheets'][number];

/** States in which a job works on the import. */
export const busyStates: readonly string[] = ['uploaded', 'reading', 'committing', 'undoing'];
export const isBusy = (state: string) => busyStates.includes(state);

export const kindsQuery = (language: string) =>
  queryOptions({
    queryKey: ['import-kinds', language],
    queryFn: ({ signal }) => api.listImportKinds({}, signal),
    staleTime: 600_000,
  });

/** Asked again every two seconds while a job works on it, should the live stream be away. */
export const importQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['import', id, language],
    queryFn: ({ signal }) => api.getImport({ params: { id } }, signal),
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data.state) ? 2000 : false),
  });

export const importRowQuery = (id: string, rowNo: number, language: string) =>
  queryOptions({
    queryKey: ['import-row', id, rowNo, language],
    queryFn: ({ signal }) => api.getImportRow({ params: { id, rowNo } }, signal),
  });
