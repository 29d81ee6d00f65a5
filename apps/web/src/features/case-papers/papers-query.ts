import type { RouteOutput } from '@jince/contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { caseHref, caseKeys } from '../../components/case-frame/case-query.ts';
import type { Tone } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';

export type Papers = RouteOutput<typeof routes.getCasePapers>;
export type PaperLine = Papers['papers'][number];
export type Needed = Papers['needed'][number];
export type Paper = RouteOutput<typeof routes.getCasePaper>;
export type Publicity = Papers['publicity'][number];
export type Service = Paper['services'][number];
export type Mode = Papers['modes'][number];

const ASK_AGAIN_MS = 1000;

export const paperHref = (caseId: string, id: string) => `${caseHref(caseId)}/papers/${id}`;
export const publicityHref = '/protection/publicity';

export const papersQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['case-papers', id, language],
    queryFn: ({ signal }) => api.getCasePapers({ params: { id } }, signal),
    // While the archive is being made the page asks again: who may not see jobs sees how far it is all the same.
    refetchInterval: ({ state }) => {
      const job = state.data?.archive?.job?.state;
      return job === 'queued' || job === 'running' ? ASK_AGAIN_MS : false;
    },
  });

export const paperQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['case-paper', id, language],
    queryFn: ({ signal }) => api.getCasePaper({ params: { id } }, signal),
  });

/** Reads everything anew that moves with a paper. */
export function useMoved(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['case-papers'], ['case-paper'], ['case-paper-preview'], ['case-publicity'], ...caseKeys])
      void queries.invalidateQueries({ queryKey });
  };
}

const PAPER_TONES: Readonly<Record<PaperLine['state'], Tone>> = {
  draft: 'plain',
  submitted: 'warn',
  approved: 'info',
  issued: 'info',
  served: 'good',
  withdrawn: 'plain',
};
export const toneOfPaper = ({ state, service }: Pick<PaperLine, 'state' | 'service'>): Tone =>
  state === 'issued' && service === 'none' ? 'good' : PAPER_TONES[state];

const PUBLICITY_TONES: Readonly<Record<Publicity['standing'], Tone>> = {
  due: 'warn',
  overdue: 'late',
  published: 'good',
  ended: 'plain',
  withdrawn: 'plain',
  exempt: 'plain',
};
export const toneOfPublicity = ({ standing }: Pick<Publicity, 'standing'>): Tone => PUBLICITY_TONES[standing];
