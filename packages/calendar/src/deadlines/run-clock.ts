import { toDate } from './civil-day.ts';
import type { ReadEvents } from './clock-event.ts';
import type { DayCount } from './day-count.ts';
import { DeadlineError } from './deadline-error.ts';
import type { DatedTerm, DeadlineRule, Term } from './rule.ts';
import { type Count, endOfTerm, endWithStandstills } from './run-term.ts';

/** One stage of a clock: the term itself, then each extension granted. */
export interface Stage {
  readonly start: number;
  readonly term: Count;
  readonly end: number;
  /** Its end without any standstill. */
  readonly plain: number;
  /** Days of each standstill left out so far. */
  readonly left: readonly number[];
}

export interface Run {
  readonly dated: DatedTerm;
  readonly from: number;
  readonly events: ReadEvents;
  readonly stages: readonly Stage[];
  readonly nominal: number;
  readonly due: number;
}

/** The term with the asked year put in. @throws DeadlineError */
export function countOf(rule: DeadlineRule, { count, unit }: Term, year: number | undefined): Count {
  if (typeof count === 'number') return { count, unit };
  if (year === undefined)
    throw new DeadlineError('year-needed', {
      zh: `“${rule.label.zh}”须说明是第几年度`,
      en: `"${rule.label.en}" needs the year it is for`,
    });
  if (!Number.isInteger(year) || year + count.nth < 1 || year > 40)
    throw new DeadlineError('year-out-of-range', {
      zh: `“${rule.label.zh}”没有第${year}年度`,
      en: `"${rule.label.en}" has no year ${year}`,
    });
  return { count: year + count.nth, unit };
}

/** Where a last day falls that is not worked. */
export function rollDay(rule: DeadlineRule, day: number, days: DayCount): number {
  // Beyond the notices nobody knows which days are worked: the day stays and is marked provisional.
  if (rule.roll === 'none' || day > days.knownTo || day < days.knownFrom) return day;
  return days.roll(day, rule.roll === 'backward');
}

/** An extension in the unit of the term counts from the same start: 3 months and 1 are 4 months, not 3 and then 1. */
function nextStage(before: Stage, term: Count, run: { events: ReadEvents; days: DayCount }): Stage {
  const joined = before.term.unit === term.unit;
  const start = joined ? before.start : before.end;
  const whole = joined ? { unit: term.unit, count: before.term.count + term.count } : term;
  const { end, left } = endWithStandstills(start, whole, run.events.standstills, run.days);
  return { start, term: whole, end, plain: endOfTerm(start, whole, run.days), left };
}

/** The stages of a clock with its events. @throws DeadlineError */
export function runClock(
  rule: DeadlineRule,
  dated: DatedTerm,
  from: number,
  asked: { year: number | undefined; events: ReadEvents },
  days: DayCount,
): Run {
  const { events, year } = asked;
  const term = countOf(rule, dated.term, year);
  const { end, left } = endWithStandstills(from, term, events.standstills, days);
  let stage: Stage = { start: from, term, end, plain: endOfTerm(from, term, days), left };
  const stages = [stage];
  for (const { term: granted, on } of events.granted) {
    const last = rollDay(rule, stage.end, days);
    if (on > last)
      throw new DeadlineError('extension-late', {
        zh: `${toDate(on)}批准延长时，期限已于${toDate(last)}届满，不能再延长`,
        en: `The extension of ${toDate(on)} came after the last day, ${toDate(last)}`,
      });
    stage = nextStage(stage, countOf(rule, granted, year), { events, days });
    stages.push(stage);
  }
  return { dated, from, events, stages, nominal: stage.end, due: rollDay(rule, stage.end, days) };
}
