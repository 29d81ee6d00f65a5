import { describe, expect, it } from 'vitest';
import { figureOf, latestOf, rounded, type Tally } from './figure.ts';
import { missingTo, spread } from './gap.ts';
import { lastYearEnd, trendDates } from './trend-dates.ts';

const tally: Tally = { population: 200, counted: 50, unknown: 3, sum: 400, per: 160 };

describe('figures by kind', () => {
  it.each([
    ['count', 1, { numerator: 50, denominator: 200, value: 50 }],
    ['share', 100, { numerator: 50, denominator: 200, value: 25 }],
    ['sum', 1, { numerator: 400, denominator: null, value: 400 }],
    ['mean', 1, { numerator: 400, denominator: 50, value: 8 }],
    ['ratio', 100, { numerator: 400, denominator: 160, value: 250 }],
    ['per-persons', 1, { numerator: 50, denominator: 25_000, value: 20 }],
    ['per-entities', 1, { numerator: 400, denominator: 200, value: 20_000 }],
  ] as const)('%s', (kind, scale, expected) => {
    expect(figureOf(kind, scale, tally, 25_000)).toEqual({ ...expected, unknown: 3 });
  });

  it('has no value where there is nothing to divide by', () => {
    const empty: Tally = { population: 0, counted: 0, unknown: 0, sum: 0, per: 0 };
    for (const kind of ['share', 'mean', 'ratio', 'per-entities'] as const)
      expect(figureOf(kind, 100, empty, 1).value, kind).toBeNull();
    expect(figureOf('per-persons', 1, tally, undefined)).toMatchObject({
      numerator: 50,
      denominator: null,
      value: null,
    });
    expect(figureOf('count', 1, empty, 1).value).toBe(0);
    expect(figureOf('sum', 1, empty, 1).value).toBe(0);
    expect(figureOf('sum', 1, { ...empty, population: 3, unknown: 3 }, 1).value).toBeNull();
  });

  it('takes the last figure of a series up to the day and says which', () => {
    const series = [
      { on: '2023-12-31', persons: 2 },
      { on: '2020-11-01', persons: 1 },
    ];
    expect(latestOf(series, '2026-11-22')?.on).toBe('2023-12-31');
    expect(latestOf(series, '2023-12-30')?.on).toBe('2020-11-01');
    expect(latestOf(series, '2019-12-31')).toBeUndefined();
  });

  it('rounds as people do', () => {
    expect([rounded(1.005, 2), rounded(64.25, 1), rounded(-2.5, 0), rounded(41.97, 1)]).toEqual([1.01, 64.3, -3, 42]);
  });
});

describe('what is missing to a target', () => {
  const of = (kind: Parameters<typeof missingTo>[0]['kind'], target: number, direction: 'up' | 'down', scale = 1) =>
    missingTo({ kind, scale, direction, target, figure: figureOf(kind, scale, tally, 25_000) });

  it('counts subjects for shares and counts, units for sums, nothing for means', () => {
    expect(of('share', 30, 'up', 100)).toBe(10);
    expect(of('share', 30.1, 'up', 100)).toBe(11);
    expect(of('share', 20, 'down', 100)).toBe(10);
    expect(of('count', 63, 'up')).toBe(13);
    expect(of('count', 40, 'down')).toBe(10);
    expect(of('sum', 450, 'up')).toBe(50);
    expect(of('per-persons', 24, 'up')).toBe(10);
    expect(of('per-entities', 20_050, 'up')).toBe(1);
    expect(of('ratio', 300, 'up', 100)).toBe(80);
    expect(of('ratio', 3, 'down')).toBe(0);
    expect(of('mean', 9, 'up')).toBeNull();
    expect(of('ratio', 2, 'down')).toBeNull();
  });

  it('is nothing once reached', () => {
    expect(of('share', 25, 'up', 100)).toBe(0);
    expect(of('count', 60, 'down')).toBe(0);
  });
});

describe('spread over towns', () => {
  const towns = [
    { code: 'a', available: 50 },
    { code: 'b', available: 30 },
    { code: 'c', available: 20 },
    { code: 'd', available: 0 },
  ];
  const shares = (missing: number) => spread(missing, towns).map((town) => town.share);

  it('follows what is available and adds up', () => {
    expect(shares(10)).toEqual([5, 3, 2, 0]);
    expect(shares(7)).toEqual([4, 2, 1, 0]);
    expect(shares(1)).toEqual([1, 0, 0, 0]);
    expect(shares(1000)).toEqual([50, 30, 20, 0]);
    expect(spread(5, [])).toEqual([]);
    expect(spread(5, [{ available: 0 }])).toEqual([{ available: 0, share: 0 }]);
  });
});

describe('days of a trend', () => {
  it('are year ends since 2019, twelve quarter ends and the day itself', () => {
    const dates = trendDates('2026-11-22');
    expect(dates[0]).toBe('2019-12-31');
    expect(dates.at(-1)).toBe('2026-11-22');
    expect(dates.at(-2)).toBe('2026-09-30');
    expect(dates).toContain('2023-12-31');
    expect(dates).not.toContain('2023-09-30');
    expect(dates).toHaveLength(4 + 12 + 1);
    expect(lastYearEnd('2026-11-22')).toBe('2025-12-31');
  });

  it('name a day once and none after it', () => {
    expect(trendDates('2025-12-31').at(-1)).toBe('2025-12-31');
    expect(new Set(trendDates('2025-12-31')).size).toBe(trendDates('2025-12-31').length);
    expect(trendDates('2021-03-31').every((on) => on <= '2021-03-31')).toBe(true);
    expect(trendDates('2024-02-29')).toContain('2023-12-31');
  });
});
