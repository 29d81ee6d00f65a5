import type { FilePanel } from '@jince/contract';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';

export type FileAction = FilePanel['actions'][number];
export type FileClock = FilePanel['clocks'][number];
export type FileDocument = FilePanel['documents'][number];

export const filePanelQuery = (fileId: string, language: string) =>
  queryOptions({
    queryKey: ['file', fileId, language],
    queryFn: ({ signal }) => api.getFilePanel({ params: { id: fileId } }, signal),
  });

export function useFilePanel(fileId: string) {
  const { i18n } = useTranslation();
  return useQuery(filePanelQuery(fileId, i18n.language));
}

/**
 * What must be asked for again once something was done on a file: its panel, every list of files, notices, and what the
 * page itself shows of it (`refreshes`: first parts of query keys).
 */
export function useFileMoved(fileId: string, refreshes: readonly (readonly unknown[])[] = []) {
  const queries = useQueryClient();
  const { i18n } = useTranslation();
  return (panel?: FilePanel) => {
    if (panel) queries.setQueryData(filePanelQuery(fileId, i18n.language).queryKey, panel);
    else void queries.invalidateQueries({ queryKey: ['file', fileId] });
    for (const queryKey of [['files'], ['notices'], ...refreshes]) void queries.invalidateQueries({ queryKey });
  };
}
