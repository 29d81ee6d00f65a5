import { addDays, addMonths, addYears, daysBetween, wholeMonthsBetween } from '@jince/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, shiftDay, yearOf, yearsBetween } from './day.ts';
import { bounded, ExactSum } from './number.ts';

const days = fc.integer({ min: 0, max: 3_652_058 }).map((n) => addDays('0001-01-01', n));
const sumOf = (values: readonly number[]) => {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.total();
};

describe('days', () => {
  it('are those of the calendar', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(dayNumber(b) - dayNumber(a)).toBe(daysBetween(a, b));
        expect(yearOf(a)).toBe(Number(a.slice(0, 4)));
        expect(shiftDay(a, 'days', daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it('move by months and years as the calendar moves them', () => {
    const inside = fc.integer({ min: 800_000, max: 2_900_000 }).map((n) => addDays('0001-01-01', n));
    fc.assert(
      fc.property(inside, fc.integer({ min: -1500, max: 1500 }), (day, n) => {
        expect(shiftDay(day, 'months', n)).toBe(addMonths(day, n));
        expect(shiftDay(day, 'years', Math.trunc(n / 12))).toBe(addYears(day, Math.trunc(n / 12)));
      }),
    );
  });

  it.each([
    ['2024-01-31', 'months', 1, '2024-02-29'],
    ['2024-02-29', 'years', 1, '2025-02-28'],
    ['9999-12-31', 'days', 1, null],
    ['0001-01-01', 'days', -1, null],
    ['0001-01-01', 'years', -4000, null],
    ['9999-12-31', 'months', 48_000, null],
    ['infinity', 'days', 1, null],
    ['not-a-date', 'months', 1, null],
  ] as const)('%s and %s(%i) → %s', (day, unit, count, expected) => {
    expect(shiftDay(day, unit, count)).toBe(expected);
  });

  it.each([
    ['2020-05-01', '2026-05-01', 6],
    ['2020-05-02', '2026-05-01', 5],
    ['2026-05-01', '2020-05-02', -5],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2026-01-01', '2026-01-01', 0],
  ])('complete years from %s to %s: %i', (start, end, years) => {
    expect(yearsBetween(start, end)).toBe(years);
  });

  it('count years as twelve months do, but for a 29 February', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        fc.pre(!a.endsWith('-02-29') && !b.endsWith('-02-29'));
        expect(yearsBetween(a, b)).toBe(Math.trunc(wholeMonthsBetween(a, b) / 12));
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    [1, 1],
    [1e15, Number.NaN],
    [-1e15, Number.NaN],
    [999_999_999_999_999, 999_999_999_999_999],
    [Number.POSITIVE_INFINITY, Number.NaN],
    [Number.NaN, Number.NaN],
    [5e-324, 0],
    [2 ** -300, 2 ** -300],
    [2 ** -301, 0],
    [3 * 2 ** -301, 2 ** -299],
    [-1e-20, -1e-20],
  ])('%d is held as %d', (value, held) => {
    expect(bounded(value)).toBe(held);
  });

  it.each([
    [[], 0],
    [[0.1, 0.2], 0.3],
    [[0.1, 0.2, 0.3, -0.6], 0],
    [[-0.5, 0.25], -0.25],
    [[1e14, 0.000001, -1e14], 0.000001],
    [[0.0000001], 0],
    [Array.from({ length: 40 }, () => 9e14), Number.NaN],
    [[...Array.from({ length: 20 }, () => 9e14), ...Array.from({ length: 20 }, () => -9e14), 7], 7],
    [[-9e14, -9e13, -9e12, -0.75], -999_000_000_000_000.75],
  ])('%j add up to %d', (values, total) => {
    expect(sumOf(values)).toBe(total);
  });

  it('add up to the same in any order', () => {
    const values = fc.array(fc.double({ min: -1e14, max: 1e14, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(values, (all) => {
        const total = sumOf(all);
        expect(sumOf(all.toSorted((a, b) => a - b))).toBe(total);
        expect(sumOf(all.toReversed())).toBe(total);
      }),
    );
  });
});
