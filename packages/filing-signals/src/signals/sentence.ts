import type { Signal } from '../types.ts';

type Params = Record<string, string | number>;

/** Fills `{name}` in both sentences. */
export function say(zh: string, en: string, params: Params): Pick<Signal, 'why' | 'params'> {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { why: { zh: fill(zh), en: fill(en) }, params };
}

export const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;

export const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** 0..1: how far beyond the bar the near end of the interval lies; 0.5 at the bar, towards 1 at several times it. */
export function strengthOf(near: number, bar: number): number {
  return bar <= 0 ? 1 : Math.max(0, Math.min(1, 1 - 0.5 * (bar / Math.max(near, 1e-9))));
}
