import { addDays, dayOfWeek } from '@jince/calendar';
import type { ClaimState } from '@jince/contract';

/** How many claims of the demo stand in each state. */
const DEMO_COUNTS: readonly (readonly [state: ClaimState, count: number])[] = [
  ['draft', 4],
  ['submitted', 6],
  ['recommended', 6],
  ['supplementing', 2],
  ['accepted', 6],
  ['checked', 5],
  ['reviewed', 4],
  ['cleared', 5],
  ['approved', 5],
  ['publicised', 6],
  ['objected', 1],
  ['paid', 6],
  ['archived', 3],
  ['clawing-back', 1],
  ['refused', 2],
  ['not-accepted', 1],
  ['withdrawn', 1],
];

/** Offers nobody has taken up, so that there is something to offer in a small district as well. */
const LEFT_OPEN = 5;

/** The states of the claims to make of so many offers: where they do not suffice, some of each state rather than all of the first. */
export function statesFor(offers: number): ClaimState[] {
  const wanted = Math.min(
    offers - LEFT_OPEN,
    DEMO_COUNTS.reduce((sum, [, count]) => sum + count, 0),
  );
  const given = new Map<ClaimState, number>();
  for (let round = 1, left = wanted; left > 0; round++)
    for (const [state, count] of DEMO_COUNTS)
      if (round <= count && left > 0) {
        given.set(state, round);
        left -= 1;
      }
  return DEMO_COUNTS.flatMap(([state]) => Array.from({ length: given.get(state) ?? 0 }, () => state));
}

/** Claims that have gone all the way: filed early enough for publicity and payment to lie behind them. */
export const SETTLED: readonly ClaimState[] = ['paid', 'archived', 'clawing-back'];

/** From filing to payment, publicity included. */
export const DAYS_TO_PAY = 24;
const SATURDAY = 6;

interface Window {
  readonly from: string;
  readonly to: string;
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

/** The Friday before, for a day off. */
export function workday(day: string): string {
  let found = day;
  while (dayOfWeek(found) === 0 || dayOfWeek(found) === SATURDAY) found = addDays(found, -1);
  return found;
}

/** A day of filing within a window that had opened so many days before today; undefined where none had. */
export function filingDay(windows: readonly Window[], today: string, ago: number): string | undefined {
  const latest = addDays(today, -ago);
  const open = windows.filter((one) => one.from <= latest).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (open === undefined) return undefined;
  return later(open.from, workday(earlier(open.to, latest)));
}
