import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api } from '../../lib/api.ts';
import type { ListState } from '../../lib/list-state.ts';

export type FileRow = RouteOutput<typeof routes.listFiles>['items'][number];
export type FilePart = 'mine' | 'open' | 'closed';

const asked: Record<FilePart, Record<string, string>> = {
  mine: { mine: 'true', closed: 'false' },
  open: { closed: 'false' },
  closed: { closed: 'true' },
};

export function useFiles(part: FilePart, state: ListState) {
  const { i18n } = useTranslation();
  const query = { ...state.query, ...asked[part] };
  return useQuery({
    queryKey: ['files', query, i18n.language],
    queryFn: ({ signal }) => api.listFiles({ query: addressQuery<'listFiles'>(query) }, signal),
    placeholderData: keepPreviousData,
  });
}
