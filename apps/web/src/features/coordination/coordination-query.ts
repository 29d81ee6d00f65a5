import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type HandOverRow = RouteOutput<typeof routes.listHandOvers>['items'][number];
export type HandOver = RouteOutput<typeof routes.getHandOver>;
export type TaskRow = RouteOutput<typeof routes.listJointTasks>['items'][number];
export type MeetingRow = RouteOutput<typeof routes.listMeetings>['items'][number];
export type Meeting = RouteOutput<typeof routes.getMeeting>;
export type MatterRow = RouteOutput<typeof routes.listMatters>['items'][number];
export type Matter = RouteOutput<typeof routes.getMatter>;
export type Partner = RouteOutput<typeof routes.listPartnerBodies>['items'][number];

export const handOverBase = '/coordination/hand-overs';
export const taskBase = '/coordination/joint-tasks';
export const meetingBase = '/coordination/meetings';
export const matterBase = '/coordination/matters';
/** First parts of the keys of everything that changes when something is handed over. */
export const handOverKeys = [['hand-overs'], ['hand-over'], ['partner-desk'], ['partner-bodies'], ['matter']];
export const taskKeys = [['joint-tasks'], ['joint-task'], ['meeting'], ['meetings'], ['partner-desk']];

export const HAND_OVER_KINDS = ['criminal', 'administrative', 'clue', 'assistance', 'judicial'] as const;
export const TASK_KINDS = ['campaign', 'enforcement', 'exchange', 'training', 'research'] as const;
export const LANES = ['own', 'administrative', 'judicial'] as const;

export const handOverQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['hand-over', id, language],
    queryFn: ({ signal }) => api.getHandOver({ params: { id } }, signal),
  });

export const taskQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['joint-task', id, language],
    queryFn: ({ signal }) => api.getJointTask({ params: { id } }, signal),
  });

export const meetingQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['meeting', id, language],
    queryFn: ({ signal }) => api.getMeeting({ params: { id } }, signal),
  });

export const matterQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['matter', id, language],
    queryFn: ({ signal }) => api.getMatter({ params: { id } }, signal),
  });
