import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  compareLocalDate,
  dayOfWeek,
  daysBetween,
  InvalidLocalDateError,
  isLocalDate,
  parseLocalDate,
  wholeMonthsBetween,
} from './local-date.ts';

const anyDate = fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays('1970-01-01', days));

describe('parseLocalDate', () => {
  it.each(['2024-02-29', '2000-02-29', '1985-04-01', '9999-12-31'])('accepts %s', (text) =>
    expect(parseLocalDate(text)).toBe(text),
  );
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-01',
    ' 2024-01-01',
    '20240101',
    '',
    '0000-01-01',
    '2024-01-01T00:00:00Z',
  ])('refuses "%s"', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => parseLocalDate(text)).toThrow(InvalidLocalDateError);
  });
});

describe('arithmetic', () => {
  it.each([
    [addDays('2026-12-31', 1), '2027-01-01'],
    [addDays('2024-03-01', -1), '2024-02-29'],
    [addMonths('2024-01-31', 1), '2024-02-29'],
    [addMonths('2026-11-20', 6), '2027-05-20'],
    [addMonths('2026-03-31', -1), '2026-02-28'],
    [addMonths('2026-01-15', -13), '2024-12-15'],
    [addYears('2024-02-29', 1), '2025-02-28'],
    [addYears('2024-02-29', 4), '2028-02-29'],
  ])('%s = %s', (actual, expected) => expect(actual).toBe(expected));
  it('knows the days of the week', () => {
    expect(dayOfWeek('2026-05-10')).toBe(0);
    expect(dayOfWeek('1969-12-31')).toBe(3);
  });
  it.each([
    ['2026-05-10', '2026-07-20', 2],
    ['2026-05-10', '2026-07-10', 2],
    ['2026-05-10', '2026-07-09', 1],
    ['2024-01-31', '2024-02-29', 1],
    ['2026-07-20', '2026-05-10', -2],
  ])('whole months %s → %s = %i', (from, to, months) => expect(wholeMonthsBetween(from, to)).toBe(months));
  it('throws on nonsense', () => {
    expect(() => addDays('2023-02-30x', 1)).toThrow(InvalidLocalDateError);
    expect(() => addMonths('2023-02-29', 1)).toThrow(InvalidLocalDateError);
  });

  it('adds and measures days consistently', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9_000, max: 9_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(compareLocalDate(date, addDays(date, days))).toBe(Math.sign(-days) || 0);
      }),
    );
  });
  it('never lands in another month than asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(addMonths(date, months)) - index(date)).toBe(months);
        expect(isLocalDate(addMonths(date, months))).toBe(true);
      }),
    );
  });
});
