import type { CaseRecord, RouteOutput } from '@jince/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { caseKeys } from '../../components/case-frame/case-query.ts';
import type { Tone } from '../../components/status-tag.tsx';
import type { WhyStep } from '../../components/why-panel.tsx';
import { api, type routes } from '../../lib/api.ts';

export type Card = RouteOutput<typeof routes.listCases>['items'][number];

export const optionsQuery = (language: string) =>
  queryOptions({
    queryKey: ['case-options', language],
    queryFn: ({ signal }) => api.getCaseOptions({}, signal),
    staleTime: 600_000,
  });

export const caseQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['case', id, language],
    queryFn: ({ signal }) => api.getCase({ params: { id } }, signal),
  });

/** A change of a case: the answer is the case as it then is; lists, frame and panel are asked again. */
export function useCaseChange(id: string, change: () => Promise<CaseRecord>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      for (const queryKey of [...caseKeys, ['file', id]]) void queries.invalidateQueries({ queryKey });
      onDone();
    },
  });
}

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'plain',
  open: 'info',
  waiting: 'warn',
  done: 'good',
  refused: 'plain',
  withdrawn: 'plain',
};
export const toneOfCase = (card: Pick<Card, 'standing'>): Tone => TONES[card.standing] ?? 'plain';

export const stepsOf = (reasons: readonly { text: string; article: string | null }[]): WhyStep[] =>
  reasons.map(({ text, article }) => ({ kind: 'value', text, basis: article }));
