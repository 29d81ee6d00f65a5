import { type LocalDate, parseLocalDate } from '../local-date.ts';

/** Days since 1970-01-01 of a day of the Gregorian calendar (Howard Hinnant, chrono-compatible low-level date algorithms). */
export function civilToDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** @throws InvalidLocalDateError */
export function toDay(date: LocalDate): number {
  parseLocalDate(date);
  return civilToDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function toDate(day: number): LocalDate {
  const { year, month, day: of } = split(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${of < 10 ? '0' : ''}${of}`;
}

function split(day: number): { year: number; month: number; day: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The corresponding day of another month, its last day where there is none. */
export function addMonthsToDay(day: number, months: number): number {
  const { year, month, day: of } = split(day);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const target = index - targetYear * 12;
  const length = target === 1 && isLeap(targetYear) ? 29 : (LENGTHS[target] as number);
  return civilToDay(targetYear, target + 1, Math.min(of, length));
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
