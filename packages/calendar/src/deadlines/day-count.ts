import type { WorkingCalendar } from '../working-calendar.ts';
import { toDate, toDay, weekdayOf } from './civil-day.ts';
import { DeadlineError } from './deadline-error.ts';

/** Years beyond the notices in which Monday to Friday are taken as worked, and answers are marked provisional. */
const YEARS_AROUND = 60;
const MOST_DAYS_A_YEAR = 366;

/**
 * Working days counted once: the nth working day, and how many lie between two days, are one look-up each.
 * Days are numbers (since 1970-01-01).
 */
export interface DayCount {
  /** First and last day a notice tells of; outside of them answers are provisional. */
  readonly knownFrom: number;
  readonly knownTo: number;
  readonly isWorking: (day: number) => boolean;
  /** Working days in (from, to]. */
  readonly between: (from: number, to: number) => number;
  /** The nth working day after `day` (before it, if negative). */
  readonly add: (day: number, count: number) => number;
  /** The day itself if worked, else the next one (the one before, if `back`). */
  readonly roll: (day: number, back: boolean) => number;
}

const counts = new WeakMap<WorkingCalendar, DayCount>();

/** The count of a calendar, made once for it. */
export function dayCountOf(calendar: WorkingCalendar): DayCount {
  let count = counts.get(calendar);
  if (count === undefined) {
    count = countDays(calendar);
    counts.set(calendar, count);
  }
  return count;
}

function countDays(calendar: WorkingCalendar): DayCount {
  const knownFrom = toDay(calendar.coverage.from);
  const knownTo = toDay(calendar.coverage.to);
  const first = knownFrom - YEARS_AROUND * MOST_DAYS_A_YEAR;
  const length = knownTo - first + YEARS_AROUND * MOST_DAYS_A_YEAR + 1;
  /** Working days up to and including the day at the place. */
  const upTo = new Int32Array(length);
  const worked = new Uint8Array(length);
  const nth = new Int32Array(length + 1);
  let n = 0;
  for (let at = 0; at < length; at++) {
    const day = first + at;
    const known = day >= knownFrom && day <= knownTo;
    const weekday = weekdayOf(day);
    if (known ? calendar.isWorkingDay(toDate(day)) : weekday !== 0 && weekday !== 6) {
      worked[at] = 1;
      nth[++n] = day;
    }
    upTo[at] = n;
  }
  const place = (day: number): number => {
    const at = day - first;
    if (at < 0 || at >= length)
      throw new DeadlineError('day-out-of-range', {
        zh: `${toDate(day)}超出可以计算的年份`,
        en: `${toDate(day)} is outside of the years that can be computed`,
      });
    return at;
  };
  const add = (day: number, count: number): number => {
    const at = place(day);
    const before = (upTo[at] as number) - (count < 0 && worked[at] === 1 ? 1 : 0);
    if (count === 0) return day;
    const index = count > 0 ? before + count : before + count + 1;
    if (index < 1 || index > n) place(first - 1);
    return nth[index] as number;
  };
  return {
    knownFrom,
    knownTo,
    isWorking: (day) => worked[place(day)] === 1,
    between: (from, to) => (upTo[place(to)] as number) - (upTo[place(from)] as number),
    add,
    roll: (day, back) => (worked[place(day)] === 1 ? day : add(day, back ? -1 : 1)),
  };
}
