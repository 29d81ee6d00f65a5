import type { RouteInput, RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type CallSummary = RouteOutput<typeof routes.listProgramCalls>['items'][number];
export type CallDetail = RouteOutput<typeof routes.getProgramCall>;
export type RankedProject = NonNullable<CallDetail['ranking']>[number];
export type ProjectSummary = RouteOutput<typeof routes.listProjects>['items'][number];
export type Project = RouteOutput<typeof routes.getProject>;
export type Review = RouteOutput<typeof routes.getReviewPanel>;
export type Expert = RouteOutput<typeof routes.listExperts>['items'][number];
export type ExpertDetail = RouteOutput<typeof routes.getExpert>;
export type Application = RouteInput<typeof routes.saveProject>['body'];
export type CallBody = RouteInput<typeof routes.createProgramCall>['body'];
export type Verdict = RouteOutput<typeof routes.checkTargets>['verdicts'][number];

export const base = '/cultivation/projects';
export const callHref = (id: string) => `${base}/calls/${id}`;
export const projectHref = (id: string) => `${base}/${id}`;
export const applicationHref = (id: string) => `${base}/${id}/application`;
export const expertsHref = `${base}/experts`;
export const expertHref = (id: string) => `${expertsHref}/${id}`;

/** First parts of the keys of everything that changes when a project moves. */
export const projectKeys = [
  ['projects'],
  ['project'],
  ['project-review'],
  ['program-calls'],
  ['program-call'],
  ['filing-check'],
];

export const callsQuery = (language: string) =>
  queryOptions({
    queryKey: ['program-calls', language],
    queryFn: ({ signal }) => api.listProgramCalls({ query: {} }, signal),
  });

export const kindsQuery = (language: string) =>
  queryOptions({
    queryKey: ['program-calls', 'kinds', language],
    queryFn: ({ signal }) => api.listProgramKinds({}, signal),
  });

export const callQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['program-call', id, language],
    queryFn: ({ signal }) => api.getProgramCall({ params: { id } }, signal),
  });

export const projectQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['project', id, language],
    queryFn: ({ signal }) => api.getProject({ params: { id } }, signal),
  });

export const reviewQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['project-review', id, language],
    queryFn: ({ signal }) => api.getReviewPanel({ params: { id } }, signal),
  });

export const filingQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['filing-check', id, language],
    queryFn: ({ signal }) => api.checkFiling({ params: { id } }, signal),
  });

export const expertQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['experts', id, language],
    queryFn: ({ signal }) => api.getExpert({ params: { id } }, signal),
  });
