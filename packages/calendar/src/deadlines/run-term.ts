import { addMonthsToDay } from './civil-day.ts';
import type { Standstill } from './clock-event.ts';
import type { DayCount } from './day-count.ts';

export interface Count {
  readonly count: number;
  readonly unit: 'day' | 'working-day' | 'month' | 'year';
}

/** Last day of a term that runs from `start`; the start itself does not count. */
export function endOfTerm(start: number, { count, unit }: Count, days: DayCount): number {
  if (unit === 'day') return start + count;
  if (unit === 'working-day') return days.add(start, count);
  return addMonthsToDay(start, unit === 'year' ? count * 12 : count);
}

/**
 * The same with standstills: each day of them the term would have used is added at its end, so that the end moves by
 * exactly their length, and may be met by a later standstill.
 * @param standstills in order, without overlap
 * @returns last day, and the days (or working days) of each standstill that were left out
 */
export function endWithStandstills(
  start: number,
  term: Count,
  standstills: readonly Standstill[],
  days: DayCount,
): { readonly end: number; readonly left: readonly number[] } {
  let end = endOfTerm(start, term, days);
  const left = standstills.map(() => 0);
  if (term.count <= 0) return { end, left };
  for (const [at, one] of standstills.entries()) {
    const from = Math.max(one.from, start + 1);
    if (from > end || one.to < from) continue;
    const length = term.unit === 'working-day' ? days.between(from - 1, one.to) : one.to - from + 1;
    left[at] = length;
    end = term.unit === 'working-day' ? days.add(end, length) : end + length;
  }
  return { end, left };
}
