import type { Reason } from './matching-query.ts';

export interface WaterfallStep {
  readonly code: string;
  readonly text: string;
  /** Weight of evidence in bits (log2 odds); undefined for a remark that does not count. */
  readonly weight: number | undefined;
  /** Left edge and width of the bar, in percent of the drawing. */
  readonly left: number;
  readonly width: number;
}
export interface Waterfall {
  readonly steps: readonly WaterfallStep[];
  readonly sum: number;
  /** Where zero stands, in percent. */
  readonly zero: number;
  /** Where the sum ends, in percent. */
  readonly end: number;
}

/** Each reason as a bar from the sum before it to the sum after it, on one scale that holds every sum and zero. */
export function waterfallOf(reasons: readonly Reason[]): Waterfall {
  const counts = (reason: Reason) => reason.weight !== undefined && Math.abs(reason.weight) >= 0.005;
  let sum = 0;
  let low = 0;
  let high = 0;
  const spans = reasons.map((reason) => {
    const from = sum;
    if (counts(reason)) sum += reason.weight ?? 0;
    low = Math.min(low, sum);
    high = Math.max(high, sum);
    return { reason, from, to: sum };
  });
  const range = high - low || 1;
  const at = (value: number) => ((value - low) / range) * 100;
  return {
    steps: spans.map(({ reason, from, to }) => ({
      code: reason.code,
      text: reason.text,
      weight: counts(reason) ? reason.weight : undefined,
      left: at(Math.min(from, to)),
      width: at(Math.max(from, to)) - at(Math.min(from, to)),
    })),
    sum,
    zero: at(0),
    end: at(sum),
  };
}
