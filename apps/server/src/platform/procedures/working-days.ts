import {
  createWorkingCalendar,
  type HolidayYear,
  publishedHolidayYears,
  stateCouncilCalendar,
  type WorkingCalendar,
} from '@jince/calendar';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

export interface HolidayNotice extends HolidayYear {
  readonly title: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

export async function listHolidayNotices(db: Db, district: string): Promise<HolidayNotice[]> {
  const { rows } =
    await sql<HolidayNotice>`select year, title, days_off as "daysOff", worked_weekends as "workedWeekends",
      entered_by_name as "enteredBy", entered_at as "enteredAt"
    from procedures.holiday_notice where district = ${district} order by year`.execute(db);
  return rows;
}

/**
 * The published notices with those the office entered: a year it entered is taken from its notice alone.
 * @throws RangeError when a year is missing in between
 */
export function calendarWith(entered: readonly HolidayYear[]): WorkingCalendar {
  if (entered.length === 0) return stateCouncilCalendar;
  const years = new Set(entered.map((one) => one.year));
  return createWorkingCalendar([...publishedHolidayYears().filter((one) => !years.has(one.year)), ...entered]);
}

/** The working days of a district as they are known now. */
export async function workingCalendarOf(db: Db, district: string): Promise<WorkingCalendar> {
  return calendarWith(await listHolidayNotices(db, district));
}
