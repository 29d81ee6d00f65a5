import type { DueMark, MarkBucket, UseKind } from '@jince/contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { FigureItem } from '../../components/figures.tsx';
import { api } from '../../lib/api.ts';

export const portfolioBase = '/trademarks/portfolio';

export const BUCKETS: readonly MarkBucket[] = [
  'quarter',
  'window',
  'grace',
  'lapsed',
  'exposed',
  'exposing',
  'preliminary',
];
export const USE_KINDS: readonly UseKind[] = [
  'packaging',
  'contract',
  'advertisement',
  'exhibition',
  'online',
  'other',
];

/** Photos and papers the locker takes. */
export const PAPERS = 'image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.ofd';
export const FILES_AT_ONCE = 3;

export const bucketTone: Readonly<Record<MarkBucket, FigureItem['tone']>> = {
  quarter: 'warn',
  window: undefined,
  grace: 'late',
  lapsed: undefined,
  exposed: 'warn',
  exposing: undefined,
  preliminary: undefined,
};

export const lifeQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['mark-life', id, language],
    queryFn: ({ signal }) => api.getMarkLife({ params: { id } }, signal),
  });

export const figuresQuery = (party: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['mark-figures', party ?? '', language],
    queryFn: ({ signal }) => api.getDueFigures({ query: { party } }, signal),
  });

/** What was kept or decided shows in every list of the feature. */
export function useMoved() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['mark-life', 'mark-figures', 'due-marks', 'threats', 'materials', 'material', 'brand'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

export const holderNames = (mark: Pick<DueMark, 'holders'>) => mark.holders.map((holder) => holder.name).join('、');
