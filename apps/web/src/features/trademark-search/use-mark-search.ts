import type { FoundMarkView, RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api, type routes } from '../../lib/api.ts';
import { formatShare } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';

export type MarkAnswer = RouteOutput<typeof routes.searchMarks>;
export type FoundMark = FoundMarkView;
export type Level = FoundMark['level'];

const ASKED = ['text', 'classes', 'groups', 'goods', 'state'] as const;
/** What the address holds: the question, by text or by picture, and whose filing it would be. */
export const FILTERS = [...ASKED, 'by', 'party'] as const;

/** Closeness as a share; never a whole hundred, as nothing but the same text is certain. */
export const closenessOf = (score: number): string => (score >= 0.995 ? '＞99%' : formatShare(score));

/** What of the address is asked of the server. */
export const askedOf = (state: ListState): Record<string, string> =>
  Object.fromEntries(ASKED.flatMap((name) => (state.filters[name] ? [[name, state.filters[name]]] : [])));

/** The answer for what stands in the address; the last one stays while the next one comes. */
export function useMarkSearch(state: ListState) {
  const { i18n } = useTranslation();
  const asked = askedOf(state);
  return useQuery({
    queryKey: ['trademark-search', asked, i18n.language],
    queryFn: ({ signal }) => api.searchMarks({ query: addressQuery<'searchMarks'>(asked) }, signal),
    enabled: asked.text !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
