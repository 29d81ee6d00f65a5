import type { QueryClient } from '@tanstack/react-query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { addressQuery, api } from '../../lib/api.ts';

/** Everything kept of a file's evidence: one key, moved together. */
export const evidenceKey = (fileId: string) => ['evidence', fileId];

export const refreshEvidence = (queries: QueryClient, fileId: string) =>
  queries.invalidateQueries({ queryKey: evidenceKey(fileId) });

export const evidencePageQuery = (
  fileId: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
) =>
  queryOptions({
    queryKey: [...evidenceKey(fileId), 'items', values, language],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.listEvidence({ params: { id: fileId }, query: addressQuery<'listEvidence'>(values) }, signal),
  });

export const evidenceItemQuery = (fileId: string, itemId: string, language: string) =>
  queryOptions({
    queryKey: [...evidenceKey(fileId), 'item', itemId, language],
    queryFn: ({ signal }) => api.getEvidence({ params: { id: fileId, itemId } }, signal),
  });

export const uploadsQuery = (fileId: string) =>
  queryOptions({
    queryKey: [...evidenceKey(fileId), 'uploads'],
    queryFn: ({ signal }) => api.listUploads({ params: { id: fileId } }, signal),
  });
