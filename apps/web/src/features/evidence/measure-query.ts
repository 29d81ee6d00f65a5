import type { MeasureView } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { evidenceKey } from '../../components/evidence-list/evidence-query.ts';
import type { Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

export const measuresQuery = (fileId: string, language: string) =>
  queryOptions({
    queryKey: [...evidenceKey(fileId), 'measures', language],
    queryFn: ({ signal }) => api.listMeasures({ params: { id: fileId } }, signal),
  });

export const packagesQuery = (fileId: string) =>
  queryOptions({
    queryKey: [...evidenceKey(fileId), 'packages'],
    queryFn: ({ signal }) => api.listPackages({ params: { id: fileId } }, signal),
    // While one is being made its progress is asked for.
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'making') ? 1000 : false),
  });

/** The colour beside the word of where a measure stands. */
export const TONE_OF: Readonly<Record<MeasureView['standing'], Tone>> = {
  running: 'info',
  still: 'plain',
  'last-days': 'warn',
  lapsed: 'late',
  unlawful: 'late',
  ended: 'plain',
};
