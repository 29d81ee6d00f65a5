import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, dayOfWeek, type LocalDate, parseLocalDate } from './local-date.ts';

/** One year's notice of the State Council: days off (also on weekends) and weekend days that are worked. */
export type HolidayYear = {
  year: number;
  /** Date → name of the holiday. */
  daysOff: Readonly<Record<LocalDate, string>>;
  /** Date → name of the holiday the day makes up for. */
  workedWeekends: Readonly<Record<LocalDate, string>>;
};

/** Thrown instead of guessing when a day lies outside the years whose notices are known. */
export class CalendarCoverageError extends Error {
  readonly date: LocalDate;
  readonly coveredFrom: LocalDate;
  readonly coveredTo: LocalDate;

  constructor(date: LocalDate, coveredFrom: LocalDate, coveredTo: LocalDate) {
    super(
      `${date} 不在已公布的节假日安排范围内（${coveredFrom} 至 ${coveredTo}）/ no holiday notice is known for ${date}`,
    );
    this.name = 'CalendarCoverageError';
    this.date = date;
    this.coveredFrom = coveredFrom;
    this.coveredTo = coveredTo;
  }
}

export type DayKind = 'working-day' | 'weekend' | 'holiday' | 'worked-weekend';

export type WorkingCalendar = {
  /** First and last day that can be answered. A following year's notice may still touch the last days of December. */
  coverage: { from: LocalDate; to: LocalDate };
  covers(date: LocalDate): boolean;
  /** Kind of the day and the holiday's Chinese name where there is one. @throws CalendarCoverageError */
  describe(date: LocalDate): { kind: DayKind; working: boolean; name: string | undefined };
  /** @throws CalendarCoverageError */
  isWorkingDay(date: LocalDate): boolean;
  /** The day itself if it is worked, else the first working day after it. @throws CalendarCoverageError */
  rollForward(date: LocalDate): LocalDate;
  /** First working day strictly after. @throws CalendarCoverageError */
  nextWorkingDay(date: LocalDate): LocalDate;
  /** The nth working day after `date` (before, if negative), `date` itself not counted; 0 gives `date`. @throws CalendarCoverageError */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
};

/** The notices carried by the chinese-days package, one entry per year. */
export function publishedHolidayYears(): HolidayYear[] {
  const years = new Map<
    number,
    { year: number; daysOff: Record<string, string>; workedWeekends: Record<string, string> }
  >();
  const read = (rows: Record<string, string>, key: 'daysOff' | 'workedWeekends') => {
    for (const [date, description] of Object.entries(rows)) {
      const year = Number(date.slice(0, 4));
      const entry = years.get(year) ?? { year, daysOff: {}, workedWeekends: {} };
      entry[key][date] = description.split(',')[1] ?? description;
      years.set(year, entry);
    }
  };
  read(chineseDays.holidays, 'daysOff');
  read(chineseDays.workdays, 'workedWeekends');
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/**
 * A calendar over the given years; a later entry of the same year adds to an earlier one, so an office can load the
 * next notice before the package does. Only an unbroken run of years is covered.
 * @throws RangeError when there is no year or a year is missing in between
 */
export function createWorkingCalendar(years: readonly HolidayYear[]): WorkingCalendar {
  const daysOff = new Map(years.flatMap((year) => Object.entries(year.daysOff)));
  const worked = new Map(years.flatMap((year) => Object.entries(year.workedWeekends)));
  const coverage = coverageOf(years);

  const covers = (date: LocalDate) => date >= coverage.from && date <= coverage.to;

  const describe: WorkingCalendar['describe'] = (date) => {
    if (!covers(parseLocalDate(date))) throw new CalendarCoverageError(date, coverage.from, coverage.to);
    const makeUpFor = worked.get(date);
    if (makeUpFor !== undefined) return { kind: 'worked-weekend', working: true, name: makeUpFor };
    const holiday = daysOff.get(date);
    if (holiday !== undefined) return { kind: 'holiday', working: false, name: holiday };
    const weekend = dayOfWeek(date) % 6 === 0;
    return { kind: weekend ? 'weekend' : 'working-day', working: !weekend, name: undefined };
  };
  const isWorkingDay = (date: LocalDate) => describe(date).working;

  const addWorkingDays = (date: LocalDate, count: number) => {
    const step = count < 0 ? -1 : 1;
    let day = parseLocalDate(date);
    for (let left = Math.abs(count); left > 0; ) {
      day = addDays(day, step);
      if (isWorkingDay(day)) left--;
    }
    return day;
  };
  const nextWorkingDay = (date: LocalDate) => addWorkingDays(date, 1);
  const rollForward = (date: LocalDate) => (isWorkingDay(date) ? date : nextWorkingDay(date));

  return { coverage, covers, describe, isWorkingDay, rollForward, nextWorkingDay, addWorkingDays };
}

function coverageOf(years: readonly HolidayYear[]): { from: LocalDate; to: LocalDate } {
  const known = [...new Set(years.map((year) => year.year))].sort((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A working calendar needs at least one year');
  if (last - first + 1 !== known.length) throw new RangeError(`Years are missing between ${first} and ${last}`);
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}

/** The calendar of the published notices (2004–2026 with chinese-days 1.5.7). */
export const stateCouncilCalendar: WorkingCalendar = createWorkingCalendar(publishedHolidayYears());

/** @throws CalendarCoverageError outside the published years */
export const isWorkingDay = stateCouncilCalendar.isWorkingDay;
/** First working day strictly after. @throws CalendarCoverageError */
export const nextWorkingDay = stateCouncilCalendar.nextWorkingDay;
/** The nth working day after (before, if negative), the day itself not counted. @throws CalendarCoverageError */
export const addWorkingDays = stateCouncilCalendar.addWorkingDays;
/** The day itself if worked, else the first working day after. @throws CalendarCoverageError */
export const rollForward = stateCouncilCalendar.rollForward;
