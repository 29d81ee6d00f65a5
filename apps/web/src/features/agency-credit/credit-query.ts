import type { CreditEvaluation, CreditLine, RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import type { Tone } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';

export type Scores = RouteOutput<typeof routes.listCreditScores>;
export type Score = Scores['items'][number];
export type Trace = RouteOutput<typeof routes.getCreditSubject>;
export type CreditEvent = RouteOutput<typeof routes.listCreditEvents>['items'][number];
export type Rules = RouteOutput<typeof routes.getCreditRules>;
export type Evaluation = RouteOutput<typeof routes.getCreditEvaluation>;

/** First parts of the keys of everything that changes when an event or an evaluation does. */
export const creditKeys = [['credit']];

/** Where the pages stand: in the console, or in the portal of an agency. */
export function useCreditBase(): string {
  return useLocation().pathname.startsWith('/credit') ? '/credit' : '/agencies/credit';
}

export const subjectPath = (base: string, { subjectType, subjectId }: Pick<Score, 'subjectType' | 'subjectId'>) =>
  `${base}/${subjectType}/${subjectId}`;
export const evaluationPath = (base: string, { id }: Pick<CreditEvaluation, 'id'>) => `${base}/evaluations/${id}`;

export const traceQuery = (type: string, id: string, on: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['credit', 'subject', type, id, on ?? '', language],
    queryFn: ({ signal }) =>
      api.getCreditSubject(
        { params: { type: type === 'person' ? 'person' : 'agency', id }, query: on === undefined ? {} : { on } },
        signal,
      ),
  });

export const rulesQuery = (on: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['credit', 'rules', on ?? '', language],
    queryFn: ({ signal }) => api.getCreditRules({ query: on === undefined ? {} : { on } }, signal),
  });

export const evaluationQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['credit', 'evaluation', id, language],
    queryFn: ({ signal }) => api.getCreditEvaluation({ params: { id } }, signal),
  });

export function toneOfEvaluation({ standing, state }: Pick<CreditEvaluation, 'standing' | 'state'>): Tone {
  if (standing === 'done') return 'good';
  return standing === 'waiting' || state === 'settled' ? 'warn' : 'info';
}

export function toneOfLine({ standing, counted }: Pick<CreditLine, 'standing' | 'counted'>): Tone {
  if (standing === 'counts' || standing === 'capped') return counted > 0 ? 'good' : counted < 0 ? 'late' : 'info';
  return 'plain';
}

export const isCounting = ({ standing }: Pick<CreditLine, 'standing'>) =>
  standing === 'counts' || standing === 'capped';

/** −20, +3, 0 with a real minus. */
export const pointsText = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');
