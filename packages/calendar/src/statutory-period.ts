import { addDays, addMonths, addYears, dayOfWeek, daysBetween, type LocalDate, parseLocalDate } from './local-date.ts';
import { CalendarCoverageError, stateCouncilCalendar, type WorkingCalendar } from './working-calendar.ts';

export type PeriodUnit = 'day' | 'working-day' | 'month' | 'year';

/** Days that do not count (suspension, hearing, appraisal…), both ends included. An open one is passed up to today. */
export type ExcludedPeriod = { from: LocalDate; to: LocalDate; reason?: string };

export type StatutoryPeriodInput = {
  /** The day of the event; it does not count itself. */
  start: LocalDate;
  count: number;
  unit: PeriodUnit;
  /** Whether a last day that is not worked moves to the next working day. Default true. */
  rollForward?: boolean;
  excluded?: readonly ExcludedPeriod[];
  /** Default: the published notices of the State Council. */
  calendar?: WorkingCalendar;
};

export type PeriodStep = { step: 'start' | 'count' | 'excluded' | 'rolled'; on: LocalDate; reason: string };

export type StatutoryPeriod = {
  /** Last day on which the act is in time. */
  dueOn: LocalDate;
  /** Last day before it was moved for a holiday: extensions are counted from here. */
  nominalOn: LocalDate;
  /** Days or working days that were left out of the count. */
  excludedDays: number;
  steps: PeriodStep[];
  /** The steps' sentences, in Chinese. */
  reasons: string[];
};

/** Whether a last day was checked against the notices or could not be. */
export type DayBasis = 'working-day calendar' | 'calendar-day, holiday calendar not yet published';

const UNITS: Record<PeriodUnit, string> = { day: '日', 'working-day': '个工作日', month: '个月', year: '年' };
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/**
 * End of a statutory period: the first day does not count, months and years end on the corresponding day (the last of
 * the month where there is none), excluded days push the end out, and a last day off moves to the next working day
 * (行政处罚程序规定; 专利法实施细则 5).
 * @throws CalendarCoverageError when working days are needed beyond the published notices
 * @throws RangeError for a count that is not a whole number ≥ 0 or an excluded period that ends before it begins
 */
export function statutoryPeriod(input: StatutoryPeriodInput): StatutoryPeriod {
  const calendar = input.calendar ?? stateCouncilCalendar;
  const start = parseLocalDate(input.start);
  if (!Number.isInteger(input.count) || input.count < 0) throw new RangeError(`Not a count of days: ${input.count}`);
  const excluded = merge(input.excluded ?? []);
  const steps: PeriodStep[] = [{ step: 'start', on: start, reason: `自${start}起算，当日不计入` }];

  const planned = endOf(start, input, calendar);
  steps.push({ step: 'count', on: planned, reason: `期间${input.count}${UNITS[input.unit]}，届满日为${planned}` });

  const { nominalOn, excludedDays } =
    input.unit === 'working-day'
      ? pushWorkingDays(start, input.count, excluded, calendar)
      : pushDays(start, planned, excluded);
  if (excludedDays > 0) {
    const unit = input.unit === 'working-day' ? '个工作日' : '日';
    steps.push({
      step: 'excluded',
      on: nominalOn,
      reason: `扣除${label(excluded)}共${excludedDays}${unit}，顺延至${nominalOn}`,
    });
  }

  const dueOn = (input.rollForward ?? true) ? calendar.rollForward(nominalOn) : nominalOn;
  if (dueOn !== nominalOn) {
    const { name } = calendar.describe(nominalOn);
    const day = name ? `${name}假期` : WEEKDAYS[dayOfWeek(nominalOn)];
    steps.push({ step: 'rolled', on: dueOn, reason: `${nominalOn}为${day}，顺延至其后第一个工作日${dueOn}` });
  }
  return { dueOn, nominalOn, excludedDays, steps, reasons: steps.map((step) => step.reason) };
}

/**
 * Moves a last day to a working day where the notices reach; beyond them the day itself is returned and `basis` says so,
 * for planning views that must not fail.
 */
export function rollForwardIfKnown(
  date: LocalDate,
  calendar: WorkingCalendar = stateCouncilCalendar,
): { on: LocalDate; basis: DayBasis } {
  try {
    return { on: calendar.rollForward(date), basis: 'working-day calendar' };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return { on: date, basis: 'calendar-day, holiday calendar not yet published' };
  }
}

function endOf(start: LocalDate, { count, unit }: StatutoryPeriodInput, calendar: WorkingCalendar): LocalDate {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'month') return addMonths(start, count);
  if (unit === 'year') return addYears(start, count);
  return calendar.addWorkingDays(start, count);
}

function merge(periods: readonly ExcludedPeriod[]): ExcludedPeriod[] {
  const merged: ExcludedPeriod[] = [];
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (parseLocalDate(period.to) < parseLocalDate(period.from))
      throw new RangeError(`Ends before it begins: ${period.from}`);
    const last = merged.at(-1);
    if (!last || period.from > addDays(last.to, 1)) merged.push({ ...period });
    else {
      if (period.to > last.to) last.to = period.to;
      last.reason = [last.reason, period.reason].filter(Boolean).join('、');
    }
  }
  return merged;
}

/** Later suspensions are met only when earlier ones have pushed the end into them, so they are taken in order. */
function pushDays(start: LocalDate, planned: LocalDate, excluded: readonly ExcludedPeriod[]) {
  let nominalOn = planned;
  let excludedDays = 0;
  for (const period of excluded) {
    const from = period.from > start ? period.from : addDays(start, 1);
    if (from > nominalOn || period.to < from) continue;
    const days = daysBetween(from, period.to) + 1;
    excludedDays += days;
    nominalOn = addDays(nominalOn, days);
  }
  return { nominalOn, excludedDays };
}

function pushWorkingDays(
  start: LocalDate,
  count: number,
  excluded: readonly ExcludedPeriod[],
  calendar: WorkingCalendar,
) {
  let nominalOn = start;
  let excludedDays = 0;
  for (let left = count; left > 0; ) {
    nominalOn = addDays(nominalOn, 1);
    if (!calendar.isWorkingDay(nominalOn)) continue;
    if (excluded.some((period) => nominalOn >= period.from && nominalOn <= period.to)) excludedDays++;
    else left--;
  }
  return { nominalOn, excludedDays };
}

function label(excluded: readonly ExcludedPeriod[]): string {
  return excluded.map((period) => `${period.reason ?? '不计入的期间'}（${period.from}至${period.to}）`).join('、');
}
