import { axisStep } from './axis-step.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Scale {
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  /** Values of the horizontal lines. */
  readonly ticks: readonly number[];
  /** Whether the axis begins elsewhere than at zero. */
  readonly cut: boolean;
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** Where categories stand from left to right: days at their distance in time, anything else side by side. */
export function placesOf(categories: readonly string[]): number[] {
  return categories.every(isDay) ? categories.map(dayOf) : categories.map((_, index) => index);
}

/**
 * Scales of a line chart. From zero unless `fit` is asked for and all values lie in the upper part of the axis: then
 * the axis begins at a round value below them.
 */
export function scaleOf(values: readonly number[], places: readonly number[], frame: Frame, fit: boolean): Scale {
  const most = Math.max(0, ...values);
  const least = Math.min(...values, most);
  const cut = fit && least > most * 0.5;
  const step = cut ? axisStep((most - least) * 1.15 || most * 0.02) : axisStep(most);
  const base = cut ? Math.max(0, Math.floor((least - (most - least) * 0.15) / step) * step) : Math.min(0, least);
  const end = Math.max(base + step, Math.ceil(most / step) * step);
  const ticks = Array.from({ length: Math.round((end - base) / step) + 1 }, (_, index) => base + index * step);
  const first = Math.min(...places);
  const span = Math.max(...places) - first;
  const { width, height, left, right, top, bottom } = frame;
  return {
    x: (place) => left + (span === 0 ? 0 : ((place - first) / span) * (width - left - right)),
    y: (value) => top + (1 - (value - base) / (end - base)) * (height - top - bottom),
    ticks,
    cut: cut && base > 0,
  };
}

/** Indexes of the labels that fit beside each other, the last one kept first. */
export function spacedLabels(xs: readonly number[], least: number): number[] {
  const kept: number[] = [];
  for (let index = xs.length - 1; index >= 0; index--) {
    const next = kept[0];
    if (next === undefined || (xs[next] as number) - (xs[index] as number) >= least) kept.unshift(index);
  }
  return kept;
}

/** Stretches of an SVG path; a value that is not known leaves a gap. */
export function linePath(points: readonly { readonly x: number; readonly y: number | null }[]): string {
  let pen = 'M';
  let path = '';
  for (const { x, y } of points) {
    if (y === null) pen = 'M';
    else {
      path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
    }
  }
  return path;
}
