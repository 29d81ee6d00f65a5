import type { RouteOutput } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type MarkRow = RouteOutput<typeof routes.listProtectedMarks>['items'][number];
export type Mark = RouteOutput<typeof routes.getProtectedMark>;
export type HitRow = RouteOutput<typeof routes.listWatchHits>['items'][number];
export type Hit = RouteOutput<typeof routes.getWatchHit>;
export type NoticeRow = RouteOutput<typeof routes.listPlatformNotices>['items'][number];
export type Watch = RouteOutput<typeof routes.getWatch>;
export type NetFigures = RouteOutput<typeof routes.getNetFigures>;

export const marksBase = '/protection/protected-marks';
export const watchBase = '/protection/watch';
export const noticesBase = '/protection/platform-notices';
export const hitHref = (id: string): string => `${watchBase}/hits/${id}`;

export const VERDICTS = ['infringing', 'licensed', 'own', 'not-similar', 'unsure'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const WATCH_KINDS = ['listing', 'gazette', 'company', 'domain'] as const;
export const LEVELS = ['identical', 'near', 'arguable'] as const;
export const verdictTone = {
  infringing: 'late',
  licensed: 'good',
  own: 'good',
  'not-similar': 'plain',
  unsure: 'warn',
} as const;
export const levelTone = { identical: 'late', near: 'warn', arguable: 'info' } as const;

export const markKeys = [['protected-marks'], ['protected-mark']];
export const hitKeys = [['watch-hits'], ['watch-hit'], ['watch'], ['net-figures']];
export const noticeKeys = [['platform-notices'], ['platform-notice']];

export const markQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['protected-mark', id, language],
    queryFn: ({ signal }) => api.getProtectedMark({ params: { id } }, signal),
  });
export const hitQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['watch-hit', id, language],
    queryFn: ({ signal }) => api.getWatchHit({ params: { id } }, signal),
  });
export const noticeQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['platform-notice', id, language],
    queryFn: ({ signal }) => api.getPlatformNotice({ params: { id } }, signal),
  });
export const watchQuery = (language: string) =>
  queryOptions({ queryKey: ['watch', language], queryFn: ({ signal }) => api.getWatch({}, signal) });
export const choicesQuery = (language: string) =>
  queryOptions({
    queryKey: ['protection-choices', language],
    queryFn: ({ signal }) => api.getProtectionChoices({}, signal),
  });
