import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const casesBase = '/protection/cases';
export const caseHref = (id: string) => `${casesBase}/${id}`;

/** First parts of the keys of everything that changes when a case moves. */
export const caseKeys = [['case'], ['case-frame'], ['cases']];

export const caseFrameQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['case-frame', id, language],
    queryFn: ({ signal }) => api.getCaseFrame({ params: { id } }, signal),
  });
