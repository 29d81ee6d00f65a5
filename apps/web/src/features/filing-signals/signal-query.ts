import type { RouteOutput, routes, SignalFiling } from '@jince/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, formatShare } from '../../lib/format.ts';

export type SignalDetail = RouteOutput<typeof routes.getSignal>;
export type Verdict = 'confirmed' | 'explained' | 'unsure';
export type { SignalFiling };

export const signalQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['signal', id, language],
    queryFn: ({ signal }) => api.getSignal({ params: { id } }, signal),
  });

const tones: Readonly<Record<string, Tone>> = { open: 'info', confirmed: 'late', explained: 'good', unsure: 'warn' };
export const stateTone = (state: string): Tone => tones[state] ?? 'plain';

/** A figure of a signal: a share as per cent, anything else with as many digits as it needs. */
export function figureText(value: number, share: boolean): string {
  if (share) return formatShare(value);
  return formatExact(value, Number.isInteger(value) ? 0 : 1);
}
