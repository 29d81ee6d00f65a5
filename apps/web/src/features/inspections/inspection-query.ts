import type { InspectionTaskDetail } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, routes, urlOf } from '../../lib/api.ts';
import { askOrRecall } from '../../lib/kept.ts';

export type TaskView = InspectionTaskDetail & { keptAt?: string };

/** First parts of the queries that move with a check. */
export const inspectionKeys = [
  ['inspection-task'],
  ['inspection-tasks'],
  ['inspection-campaigns'],
  ['inspection-draws'],
  ['inspection-printer'],
  ['inspection-printers'],
] as const;
export const pledgeKeys = [['inspection-pledge'], ['inspection-pledges']] as const;

export const pledgeQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['inspection-pledge', id, language],
    queryFn: ({ signal }) => api.getPledge({ params: { id } }, signal),
  });

export const printerQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['inspection-printer', id, language],
    queryFn: ({ signal }) => api.getPrinter({ params: { id } }, signal),
  });

/** Without network what was kept when it was last opened, so that a record can be written on the spot. */
export const taskQuery = (account: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['inspection-task', id, account, language],
    queryFn: ({ signal }): Promise<TaskView> =>
      askOrRecall(account, `inspection-task.${id}`, () => api.getInspectionTask({ params: { id } }, signal)),
    refetchOnReconnect: true,
    retry: false,
  });

/** What is mine to check, kept for where there is no network. */
export const myTasksQuery = (account: string, language: string) =>
  queryOptions({
    queryKey: ['inspection-tasks', 'mine', account, language],
    queryFn: ({ signal }) =>
      askOrRecall(account, 'inspection-tasks.mine', () =>
        api.listInspectionTasks({ query: { mine: 'true', state: 'assigned,correcting', pageSize: 100 } }, signal),
      ),
    refetchOnReconnect: true,
    retry: false,
  });

export const choicesQuery = (language: string) =>
  queryOptions({
    queryKey: ['inspection-choices', language],
    queryFn: ({ signal }) => api.getInspectionChoices({}, signal),
    staleTime: 300_000,
  });

export const inspectorsQuery = () =>
  queryOptions({
    queryKey: ['inspectors'],
    queryFn: ({ signal }) => api.listInspectors({ query: {} }, signal),
    staleTime: 60_000,
  });

export const photoUrl = (record: string, sha256: string) =>
  urlOf(routes.getInspectionPhoto, { params: { id: record, sha256 } });
