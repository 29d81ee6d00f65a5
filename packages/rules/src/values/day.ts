const ZERO = 48;

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** `YYYYMMDD` as a number; NaN for what is no `YYYY-MM-DD`. */
function keyOf(day: string): number {
  if (day.length !== 10) return Number.NaN;
  return digits(day, 0, 4) * 10_000 + digits(day, 5, 2) * 100 + digits(day, 8, 2);
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, which PostgreSQL uses too; NaN for what is no day. */
export function dayNumber(day: string): number {
  const key = keyOf(day);
  const month = Math.floor(key / 100) % 100;
  // Years begin in March, so that the leap day is the last.
  const year = Math.floor(key / 10_000) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + (key % 100) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function write(year: number, month: number, day: number): string | null {
  if (!(year >= 1 && year <= 9999)) return null;
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function fromDayNumber(number: number): string | null {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

/** Day after (or before) by days, months or years; months and years end with the month. Null outside 0001–9999. */
export function shiftDay(day: string, unit: 'days' | 'months' | 'years', count: number): string | null {
  if (unit === 'days') return fromDayNumber(dayNumber(day) + count);
  const key = keyOf(day);
  const index = Math.floor(key / 10_000) * 12 + (Math.floor(key / 100) % 100) - 1 + count * (unit === 'years' ? 12 : 1);
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return write(year, month, Math.min(key % 100, daysInMonth(year, month)));
}

/** Complete years from one day to the other, negative backwards; a 29 February is complete on 1 March. */
export function yearsBetween(start: string, end: string): number {
  const difference = keyOf(end) - keyOf(start);
  return difference < 0 ? 0 - Math.floor(-difference / 10_000) : Math.floor(difference / 10_000);
}

/** The year of a day; NaN for what is no day. */
export function yearOf(day: string): number {
  return Math.floor(keyOf(day) / 10_000);
}
