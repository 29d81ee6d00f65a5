import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Tone } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';

export type EntrySummary = RouteOutput<typeof routes.listDisciplineEntries>['items'][number];
export type Entry = RouteOutput<typeof routes.getDisciplineEntry>;
export type Lists = RouteOutput<typeof routes.listDisciplineLists>;
export type Effect = EntrySummary['effects'][number];

export const base = '/agencies/discipline';
export const entryHref = (id: string) => `${base}/${id}`;
/** First parts of the keys of everything that changes when an entry moves. */
export const entryKeys = [['discipline'], ['discipline-lists'], ['discipline-entry']];

export const listsQuery = (language: string) =>
  queryOptions({
    queryKey: ['discipline-lists', language],
    queryFn: ({ signal }) => api.listDisciplineLists({}, signal),
  });

export const entryQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['discipline-entry', id, language],
    queryFn: ({ signal }) => api.getDisciplineEntry({ params: { id } }, signal),
  });

export function toneOfEntry({ standing, state }: Pick<EntrySummary, 'standing' | 'state'>): Tone {
  if (standing === 'in-force') return 'late';
  if (standing !== 'none' || state === 'dropped') return 'plain';
  return 'warn';
}
