import type { IndicatorSummary, RouteOutput, routes } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { formatChange, formatCount, formatExact } from './format.ts';

export type Home = RouteOutput<typeof routes.getHome>;
export type Plan = RouteOutput<typeof routes.getPlan>;
export type Clause = Plan['chapters'][number]['clauses'][number];
export type Measure = Clause['measures'][number];
export type Standing = IndicatorSummary['standing'];
export type DueItem = Plan['due'][number];

/** Best first; the order in which standings are listed everywhere. */
export const standings: readonly Standing[] = [
  'done',
  'on-track',
  'attention',
  'behind',
  'no-target',
  'no-data',
  'not-built',
];

/** While newer rows are being taken in, figures are asked for again after so many milliseconds. */
export const untilFresh = (freshness: { pending: boolean } | undefined) => (freshness?.pending ? 2500 : false);

/** The plan with the figures of a day (today when absent). */
export const planQuery = (asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['plan', asOf ?? '', language],
    queryFn: ({ signal }) => api.getPlan({ query: asOf ? { asOf } : {} }, signal),
    refetchInterval: ({ state }) => untilFresh(state.data?.freshness),
  });

/** Figures of the registers, the map of towns, what waits, the latest imports. */
export const homeQuery = (asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ['home', asOf ?? '', language],
    queryFn: ({ signal }) => api.getHome({ query: asOf ? { asOf } : {} }, signal),
  });

/** A figure as it is written: shortened from 100,000 on, else with the digits its indicator is shown with. */
export function formatFigure(value: number, decimals: number): string {
  return Math.abs(value) >= 100_000 ? formatCount(value) : formatExact(value, decimals);
}

/** A percentage stands directly behind its number, any other unit after a space of its own. */
export const isShare = (unit: string) => unit === '%';

export interface Change {
  /** `points`: difference of two percentages; `share`: change in percent of the earlier figure. */
  readonly kind: 'points' | 'share';
  readonly text: string;
  readonly good: boolean | undefined;
}

/** Change against the same day of last year; undefined without something to compare with. */
export function changeOf(indicator: IndicatorSummary): Change | undefined {
  const { value, previous, direction } = indicator;
  if (value === null || previous === null) return undefined;
  const better = direction === 'none' || value === previous ? undefined : value > previous === (direction === 'up');
  if (isShare(indicator.unit)) {
    const points = value - previous;
    return { kind: 'points', text: `${points > 0 ? '+' : ''}${formatExact(points, 1)}`, good: better };
  }
  const text = formatChange(value, previous);
  return text === undefined ? undefined : { kind: 'share', text, good: better };
}

/** Right end of an indicator's bar: a percentage ends at 100, a count a little beyond its target or value. */
export function gaugeEnd(indicator: Pick<IndicatorSummary, 'unit' | 'value' | 'target'>): number {
  const most = Math.max(indicator.value ?? 0, indicator.target?.value ?? 0);
  if (isShare(indicator.unit) && most <= 100) return 100;
  return most * 1.06 || 1;
}

/** The sign before a target: an indicator that should fall has a ceiling. */
export const targetSign = (direction: IndicatorSummary['direction']) => (direction === 'down' ? '≤' : '');

const withDay = (path: string, asOf: string | undefined) =>
  asOf ? `${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}` : path;

/** Address of an indicator's page, kept on the day one looks at. */
export const indicatorHref = (code: string, asOf?: string) =>
  withDay(`/plan/indicators/${encodeURIComponent(code)}`, asOf);

export const clauseHref = (code: string, asOf?: string) => withDay(`/plan/clauses/${encodeURIComponent(code)}`, asOf);

export type RowPart = 'population' | 'counted' | 'missing' | 'unknown';

interface RowsPlace {
  readonly part: RowPart;
  readonly cut?: string;
  readonly bucket?: string;
}

/** Address of the subjects behind a figure or one part of it. */
export function rowsHref(code: string, place: RowsPlace, asOf?: string): string {
  const query = new URLSearchParams(Object.entries(place));
  return withDay(`/plan/indicators/${encodeURIComponent(code)}/rows?${query}`, asOf);
}
