/** A day without time or zone, `YYYY-MM-DD`, years 0001–9999. Compares correctly as a string. */
export type LocalDate = string;

/** Thrown for a text that is no day of the calendar. */
export class InvalidLocalDateError extends Error {
  readonly text: string;

  constructor(text: string) {
    super(`Not a date YYYY-MM-DD: "${text}"`);
    this.name = 'InvalidLocalDateError';
    this.text = text;
  }
}

const DAY_MS = 86_400_000;

/** Whether the text is exactly `YYYY-MM-DD` and such a day exists. */
export function isLocalDate(text: string): boolean {
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && toText(toDayNumber(text)) === text;
}

/**
 * The text as a date, strictly: no blanks, no other separators, the day must exist.
 * @throws InvalidLocalDateError
 */
export function parseLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidLocalDateError(text);
  return text;
}

/** Day after (or before, if negative) by whole days. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toText(dayNumber(date) + days);
}

/** Corresponding day of a later or earlier month; the last day where there is none (2024-01-31 + 1 → 2024-02-29). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return write(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Corresponding day of another year; 29 February becomes 28 where there is none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole months from `from` to `to`, both of the same order as {@link addMonths} counts; never rounds up. */
export function wholeMonthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  let months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  if (months > 0 && addMonths(from, months) > to) months--;
  if (months < 0 && addMonths(from, months) < to) months++;
  return months;
}

/** −1, 0 or 1, for sorting. */
export function compareLocalDate(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

function dayNumber(date: LocalDate): number {
  const number = toDayNumber(date);
  if (Number.isNaN(number)) throw new InvalidLocalDateError(date);
  return number;
}

function toDayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}

function toText(number: number): LocalDate {
  const date = new Date(number * DAY_MS);
  if (Number.isNaN(date.getTime())) return 'invalid';
  return write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function write(year: number, month: number, day: number): LocalDate {
  if (year < 1 || year > 9999) throw new InvalidLocalDateError(`${year}-${month}-${day}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  parseLocalDate(date);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
