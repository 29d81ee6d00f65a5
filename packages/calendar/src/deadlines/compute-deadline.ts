import type { LocalDate } from '../local-date.ts';
import { stateCouncilCalendar, type WorkingCalendar } from '../working-calendar.ts';
import { toDate, toDay } from './civil-day.ts';
import { type ClockEvent, NO_EVENTS, readEvents } from './clock-event.ts';
import { type DayCount, dayCountOf } from './day-count.ts';
import { DeadlineError } from './deadline-error.ts';
import { type DeadlineStep, explainDeadline } from './explain-deadline.ts';
import type { DatedTerm, DeadlineRule, Words } from './rule.ts';
import { countOf, type Run, rollDay, runClock } from './run-clock.ts';
import { type Count, endOfTerm } from './run-term.ts';

export interface DeadlineInput {
  /** The day of the event the rule runs from; it does not count itself. */
  readonly from: LocalDate;
  /** For rules that are numbered by years (annuities): which year. */
  readonly year?: number | undefined;
  readonly events?: readonly ClockEvent[] | undefined;
}

export interface Deadline {
  readonly rule: string;
  /** Last day in time; null while the clock stands still. */
  readonly dueOn: LocalDate | null;
  /** The same before it was moved for a day off. */
  readonly nominalOn: LocalDate | null;
  /** `provisional`: the last day lies beyond the published holiday notices. */
  readonly basis: 'published' | 'provisional';
  readonly article: string;
  readonly confidence: DatedTerm['confidence'];
  readonly verify: string | null;
  /** Windows and times of grace that hang on the first day or the last. */
  readonly related: readonly { readonly id: string; readonly label: Words; readonly on: LocalDate }[];
  readonly steps: readonly DeadlineStep[];
}

export interface DeadlineClock {
  readonly rule: DeadlineRule;
  /** Last day as a number of days since 1970-01-01, without events and without reasons. @throws DeadlineError */
  readonly dueDay: (fromDay: number, year?: number) => number;
  /** Last day with its reasons. @throws DeadlineError · InvalidLocalDateError */
  readonly compute: (input: DeadlineInput) => Deadline;
}

const notCovered = (rule: DeadlineRule, from: LocalDate) =>
  new DeadlineError('law-not-covered', {
    zh: `“${rule.label.zh}”在${from}没有已登记的法律依据`,
    en: `No law is kept for "${rule.label.en}" on ${from}`,
  });

function relatedDays(rule: DeadlineRule, { from, nominal }: Run, days: DayCount, year: number | undefined) {
  return rule.related.map(({ id, label, of, term, plusDays, roll }) => {
    const end = endOfTerm(of === 'start' ? from : nominal, countOf(rule, term, year), days) + plusDays;
    const on = roll && end <= days.knownTo && end >= days.knownFrom ? days.roll(end, false) : end;
    return { id, label, on: toDate(on) };
  });
}

/**
 * A rule made ready to be computed many times.
 * The first day does not count; months and years end on the corresponding day (the last of the month where there is
 * none); days that do not count push the end out by exactly their number; a last day off moves as the rule says
 * (行政处罚法 85; 专利法实施细则 5; 商标法实施条例 12). Beyond the published notices, Monday to Friday are taken as worked.
 */
export function createDeadlineClock(
  rule: DeadlineRule,
  calendar: WorkingCalendar = stateCouncilCalendar,
): DeadlineClock {
  const days = dayCountOf(calendar);
  const spans = rule.terms.map((dated) => ({
    from: toDay(dated.from),
    to: dated.to === null ? Number.POSITIVE_INFINITY : toDay(dated.to),
    dated,
  }));
  const datedOn = (day: number): DatedTerm => {
    for (const span of spans) if (day >= span.from && day <= span.to) return span.dated;
    throw notCovered(rule, toDate(day));
  };
  return {
    rule,
    dueDay: (fromDay, year) => {
      const term = datedOn(fromDay).term as Count;
      const count = typeof term.count === 'number' ? term : countOf(rule, term, year);
      return rollDay(rule, endOfTerm(fromDay, count, days), days);
    },
    compute: ({ from, year, events }) => {
      const fromDay = toDay(from);
      const read = events === undefined ? NO_EVENTS : readEvents(rule, events);
      const run = runClock(rule, datedOn(fromDay), fromDay, { year, events: read }, days);
      const still = read.open !== undefined;
      const { article, confidence, verify } = run.dated;
      return {
        rule: rule.id,
        dueOn: still ? null : toDate(run.due),
        nominalOn: still ? null : toDate(run.nominal),
        basis: run.due > days.knownTo || run.due < days.knownFrom ? 'provisional' : 'published',
        article,
        confidence,
        verify,
        related: still ? [] : relatedDays(rule, run, days, year),
        steps: explainDeadline(rule, run, { calendar, days }),
      };
    },
  };
}
