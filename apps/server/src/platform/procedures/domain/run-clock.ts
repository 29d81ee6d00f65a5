import {
  addDays,
  CalendarCoverageError,
  type ClockEvent,
  statutoryPeriod,
  type WorkingCalendar,
} from '@jince/calendar';
import type { ClockTerm } from '../definition.ts';
import { readLawClock } from './law-clock.ts';

/** Days left out of the count, both ends included; open while `to` is null. */
export interface Suspension {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

export interface ClockReading {
  /** Null while suspended, or where no holiday notice reaches. */
  readonly dueOn: string | null;
  /** Why this day, as sentences. */
  readonly steps: readonly string[];
}

/** End of a clock: the first day does not count, suspensions add exactly their length, the last day is a working day. */
export function readClock(
  startedOn: string,
  term: ClockTerm,
  suspensions: readonly Suspension[],
  calendar?: WorkingCalendar,
): ClockReading {
  const open = suspensions.find((one) => one.to === null);
  const basis = term.article === null ? [] : [`依据：${term.article}`];
  if (open !== undefined)
    return { dueOn: null, steps: [...basis, `自${open.from}起中止（${open.reason}），恢复后接着计算`] };
  const excluded = suspensions.flatMap(({ from, to, reason }) => (to === null ? [] : [{ from, to, reason }]));
  try {
    const period = statutoryPeriod({
      start: startedOn,
      count: term.count,
      unit: term.unit,
      excluded,
      ...(calendar === undefined ? {} : { calendar }),
    });
    return { dueOn: period.dueOn, steps: [...basis, ...period.reasons] };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return {
      dueOn: null,
      steps: [...basis, `自${startedOn}起算；${error.date}之后的节假日安排尚未公布，届满日待公布后确定`],
    };
  }
}

/** Suspends from a day; a clock already suspended stays as it is. */
export function suspend(suspensions: readonly Suspension[], on: string, reason: string): Suspension[] {
  if (suspensions.some((one) => one.to === null)) return [...suspensions];
  return [...suspensions, { from: on, to: null, reason }];
}

/** Goes on from a day: the day before is the last that does not count. Suspended and resumed on one day leaves nothing out. */
export function resume(suspensions: readonly Suspension[], on: string): Suspension[] {
  const last = addDays(on, -1);
  return suspensions.flatMap((one) => (one.to !== null ? [one] : one.from > last ? [] : [{ ...one, to: last }]));
}

/** A clock as it is kept: by a term, or by a rule of the law. */
interface KeptClock extends ClockTerm {
  readonly startedOn: string;
  readonly suspensions: readonly Suspension[];
  readonly rule: string | null;
  readonly events: readonly ClockEvent[];
}

/** The same clock read again: after it was moved, or when working days became known. */
export function rereadClock(clock: KeptClock, calendar: WorkingCalendar): ClockReading {
  if (clock.rule !== null) return readLawClock(clock.rule, clock.startedOn, clock.events, calendar);
  const { count, unit, article } = clock;
  const read = readClock(clock.startedOn, { count, unit, article }, clock.suspensions, calendar);
  const granted = clock.events.flatMap((event) =>
    event.type === 'extend' ? [`${event.on}批准延长${event.days ?? 0}日，已计入期限`] : [],
  );
  return { ...read, steps: [...read.steps, ...granted] };
}

/** Whether the clock stands still now. */
export function standsStill(clock: Pick<KeptClock, 'suspensions' | 'events'>): boolean {
  if (clock.suspensions.some((one) => one.to === null)) return true;
  let still = false;
  for (const event of clock.events) {
    if (event.type === 'suspend' || (event.type === 'exclude' && event.to === null)) still = true;
    if (event.type === 'resume') still = false;
  }
  return still;
}
