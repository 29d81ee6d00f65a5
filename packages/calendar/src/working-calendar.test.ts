import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './local-date.ts';
import {
  addWorkingDays,
  CalendarCoverageError,
  createWorkingCalendar,
  isWorkingDay,
  nextWorkingDay,
  publishedHolidayYears,
  rollForward,
  stateCouncilCalendar,
} from './working-calendar.ts';

const NOTICES = '../shared/data/codes/holidays';
const anyCovered = fc.integer({ min: 0, max: 8_300 }).map((days) => addDays('2004-01-01', days));

describe('working days', () => {
  it.each([
    ['2023-04-22', false],
    ['2023-04-23', true],
    ['2026-05-09', true],
    ['2026-05-10', false],
    ['2026-04-06', false],
    ['2026-02-14', true],
    ['2026-10-10', true],
    ['2020-01-31', false],
    ['2026-03-02', true],
  ])('%s worked: %s', (date, worked) => expect(isWorkingDay(date)).toBe(worked));

  it('names the day', () => {
    expect(stateCouncilCalendar.describe('2026-04-06')).toEqual({ kind: 'holiday', working: false, name: '清明' });
    expect(stateCouncilCalendar.describe('2023-04-23')).toMatchObject({ kind: 'worked-weekend', working: true });
    expect(stateCouncilCalendar.describe('2026-03-07')).toMatchObject({ kind: 'weekend', name: undefined });
  });

  it.each([
    [addWorkingDays('2026-03-02', 15), '2026-03-23'],
    [addWorkingDays('2026-03-23', 15), '2026-04-14'],
    [addWorkingDays('2026-04-14', -15), '2026-03-23'],
    [addWorkingDays('2026-04-05', 0), '2026-04-05'],
    [nextWorkingDay('2026-04-03'), '2026-04-07'],
    [rollForward('2026-04-03'), '2026-04-03'],
    [rollForward('2026-04-04'), '2026-04-07'],
    [rollForward('2023-04-22'), '2023-04-23'],
    [rollForward('2026-10-01'), '2026-10-08'],
  ])('%s = %s', (actual, expected) => expect(actual).toBe(expected));

  it('agrees forwards and backwards', () => {
    fc.assert(
      fc.property(anyCovered, fc.integer({ min: 1, max: 20 }), (date, count) => {
        const later = addWorkingDays(date, count);
        expect(isWorkingDay(later)).toBe(true);
        expect(daysBetween(date, later)).toBeGreaterThanOrEqual(count);
        expect(
          addWorkingDays(rollForward(date) === date ? later : addDays(later, 1), -count) <= rollForward(date),
        ).toBe(true);
      }),
    );
  });
});

describe('coverage', () => {
  it('is what the package really carries: every year has a New Year and a National Day', () => {
    expect(stateCouncilCalendar.coverage).toEqual({ from: '2004-01-01', to: '2026-12-31' });
    for (const year of publishedHolidayYears()) {
      const dates = Object.keys(year.daysOff);
      expect(
        dates.some((date) => date.startsWith(`${year.year}-01-0`)),
        String(year.year),
      ).toBe(true);
      expect(
        dates.some((date) => date.startsWith(`${year.year}-10-0`)),
        String(year.year),
      ).toBe(true);
    }
  });
  it('answers up to its last day and not one further', () => {
    expect(isWorkingDay('2004-01-01')).toBe(false);
    expect(isWorkingDay('2026-12-31')).toBe(true);
    for (const beyond of ['2003-12-31', '2027-01-01', '2027-06-15'])
      expect(() => isWorkingDay(beyond)).toThrow(CalendarCoverageError);
    expect(() => nextWorkingDay('2026-12-31')).toThrow(CalendarCoverageError);
    expect(() => addWorkingDays('2026-12-28', 4)).toThrow(CalendarCoverageError);
    expect(addWorkingDays('2026-12-28', 3)).toBe('2026-12-31');
  });
  it('says what it covers', () => {
    const error = new CalendarCoverageError('2027-01-01', '2004-01-01', '2026-12-31');
    expect(error).toMatchObject({ date: '2027-01-01', coveredFrom: '2004-01-01', coveredTo: '2026-12-31' });
    expect(error.message).toContain('2027-01-01');
  });
  it('takes the next notice as data', () => {
    const notice = { year: 2027, daysOff: { '2027-01-01': '元旦' }, workedWeekends: { '2027-01-10': '春节' } };
    const calendar = createWorkingCalendar([...publishedHolidayYears(), notice]);
    expect(calendar.nextWorkingDay('2026-12-31')).toBe('2027-01-04');
    expect(calendar.isWorkingDay('2027-01-10')).toBe(true);
  });
  it('refuses gaps', () => {
    const year = (number: number) => ({ year: number, daysOff: {}, workedWeekends: {} });
    expect(() => createWorkingCalendar([year(2026), year(2028)])).toThrow(RangeError);
    expect(() => createWorkingCalendar([])).toThrow(RangeError);
  });
});

describe('against the published notices', () => {
  it.skipIf(!existsSync(NOTICES))('agrees with every day of 2007–2023', () => {
    type Notice = { days: { date: string; isOffDay: boolean }[] };
    const notices = readdirSync(NOTICES).map(
      (file) => JSON.parse(readFileSync(`${NOTICES}/${file}`, 'utf8')) as Notice,
    );
    const days = notices.flatMap((notice) => notice.days);
    const differing = days.filter((day) => isWorkingDay(day.date) === day.isOffDay);
    expect(days.length).toBeGreaterThan(400);
    expect(differing).toEqual([]);
    const named = new Map(days.map((day) => [day.date, day.isOffDay]));
    const onlyHere = publishedHolidayYears()
      .filter((year) => year.year >= 2008 && year.year <= 2022)
      .flatMap((year) => [...Object.keys(year.daysOff), ...Object.keys(year.workedWeekends)])
      .filter(
        (date) =>
          !named.has(date) && stateCouncilCalendar.describe(date).working === (new Date(date).getUTCDay() % 6 === 0),
      );
    console.log(
      `holidays: ${days.length} days compared, ${onlyHere.length} deviating days only in the package: ${onlyHere.join(' ')}`,
    );
    expect(onlyHere).toEqual([]);
  });
  if (!existsSync(NOTICES)) console.log(`absent, block skipped: ${NOTICES}`);
});
