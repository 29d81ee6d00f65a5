import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export type Mention = RouteOutput<typeof routes.listReviews>['items'][number];
export type Review = RouteOutput<typeof routes.getReview>;
export type Candidate = Review['candidates'][number];
export type Judgement = Review['judgements'][number];
export type Verdict = Judgement['verdict'];
export type Reason = Candidate['reasons'][number];

export interface DeskFilter {
  readonly decision: string;
  readonly q: string | undefined;
  readonly importId: string | undefined;
  readonly page: number;
}
export const deskPageSize = 50;

export const reviewsQuery = (filter: DeskFilter, language: string) =>
  queryOptions({
    queryKey: ['reviews', filter, language],
    queryFn: ({ signal }) => api.listReviews({ query: { ...filter, pageSize: deskPageSize } }, signal),
    placeholderData: keepPreviousData,
    // The list is walked, not watched: fetching it anew would move the rows under the reader.
    staleTime: 300_000,
  });

export const reviewQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['review', id, language],
    queryFn: ({ signal }) => api.getReview({ params: { id } }, signal),
    staleTime: 60_000,
  });

/** A score as a share; never rounded to certainty, nor to nothing. */
export function shareText(score: number): string {
  if (score > 0.999) return '>99.9%';
  if (score < 0.001) return '<0.1%';
  return `${(score * 100).toFixed(1)}%`;
}
