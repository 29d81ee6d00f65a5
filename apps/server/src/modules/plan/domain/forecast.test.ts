import { describe, expect, it } from 'vitest';
import { type ForecastOutcome, forecast, reaches, type SeriesPoint } from './forecast.ts';

const ENDS = ['03-31', '06-30', '09-30', '12-31'];
/** Values at quarter ends up to 2026-09-30. */
const quarters = (values: readonly (number | null)[]): SeriesPoint[] =>
  values.map((value, i) => {
    const index = 2026 * 4 + 2 - (values.length - 1 - i);
    return { on: `${Math.floor(index / 4)}-${ENDS[index % 4]}`, value, incomplete: false };
  });
const today = (value: number): SeriesPoint => ({ on: '2026-11-22', value, incomplete: false });
const made = (outcome: ForecastOutcome) => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.forecast;
};
const TARGET_DAY = '2027-12-31';

describe('forecast', () => {
  it('keeps a flat series flat, without width', () => {
    const flat = made(forecast([...quarters(Array(12).fill(40)), today(40)], TARGET_DAY));
    expect(flat).toMatchObject({ value: 40, low: 40, high: 40, points: 12, backtest: { inside: 10, of: 10 } });
  });

  it('follows a line, a little below it, and counts how earlier forecasts did', () => {
    const line = Array.from({ length: 12 }, (_, i) => 100 + 5 * i);
    const made1 = made(forecast([...quarters(line), today(157.9)], TARGET_DAY));
    expect(made1.value).toBeGreaterThan(160);
    expect(made1.value).toBeLessThan(157.9 + 5 * 4.5);
    expect(made1.low).toBeLessThan(made1.value);
    expect(made1.backtest?.of).toBeGreaterThan(4);
  });

  it('opens the interval wide after a jump', () => {
    const jump = [10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 20, 20];
    const { value, low, high } = made(forecast([...quarters(jump), today(20)], TARGET_DAY));
    expect(value).toBeGreaterThan(15);
    expect(high - low).toBeGreaterThan(8);
    expect(low).toBeLessThan(20);
    expect(high).toBeGreaterThan(20);
  });

  it('grows wider with distance and with noise', () => {
    const noisy = quarters([50, 54, 49, 53, 51, 56, 50, 55, 52, 57, 51, 56]);
    const width = (on: string) => {
      const { low, high } = made(forecast(noisy, on));
      return high - low;
    };
    expect(width('2027-12-31')).toBeGreaterThan(width('2026-12-31'));
    expect(width('2026-12-31')).toBeGreaterThan(2);
  });

  it('covers most of what comes in a noisy walk', () => {
    let state = 7;
    const noise = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 1_073_741_824 - 1;
    };
    let inside = 0;
    for (let round = 0; round < 200; round++) {
      const walk = [100];
      for (let i = 1; i < 16; i++) walk.push((walk.at(-1) as number) + 2 + 3 * noise());
      const { low, high } = made(forecast(quarters(walk.slice(0, 12)), '2027-03-31'));
      const actual = walk[13] as number;
      if (actual >= low && actual <= high) inside += 1;
    }
    expect(inside / 200).toBeGreaterThan(0.74);
    expect(inside / 200).toBeLessThan(0.92);
  });

  it('stays within what the figure can be', () => {
    const rising = quarters([60, 64, 68, 72, 76, 80, 84, 88, 92, 94, 96, 98]);
    expect(made(forecast(rising, '2028-12-31', { min: 0, max: 100 })).high).toBe(100);
    const falling = quarters([55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 2]);
    expect(made(forecast(falling, '2028-12-31', { min: 0 })).low).toBe(0);
  });

  it('makes none of too few points, of a broken run, of incomplete history, of a past day or a far one', () => {
    expect(forecast(quarters([1, 2, 3, 4, 5, 6, 7]), TARGET_DAY)).toMatchObject({
      ok: false,
      reason: 'too-few',
      points: 7,
    });
    const broken = quarters([1, 2, 3, 4, 5, 6, 7, null, 8, 9, 10, 11]);
    expect(forecast(broken, TARGET_DAY)).toMatchObject({ ok: false, reason: 'too-few', points: 4 });
    const gone = quarters([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).filter((point) => point.on !== '2025-12-31');
    expect(forecast(gone, TARGET_DAY)).toMatchObject({ ok: false, points: 3 });
    const short = quarters([1, 2, 3, 4, 5, 6, 7, 8, 9]).map((p, i) => ({ ...p, incomplete: i < 4 }));
    expect(forecast(short, TARGET_DAY)).toMatchObject({ ok: false, reason: 'too-few', points: 5 });
    expect(forecast([], TARGET_DAY)).toMatchObject({ ok: false, reason: 'too-few', points: 0 });
    const known = quarters(Array(9).fill(3));
    expect(forecast(known, '2026-09-30')).toMatchObject({ ok: false, reason: 'not-ahead' });
    expect(forecast(known, '2040-12-31')).toMatchObject({ ok: false, reason: 'too-far' });
  });
});

describe('reaches', () => {
  it.each([
    [60, 'up', 'yes'],
    [75, 'up', 'likely'],
    [85, 'up', 'unlikely'],
    [95, 'up', 'no'],
    [95, 'down', 'yes'],
    [85, 'down', 'likely'],
    [75, 'down', 'unlikely'],
    [60, 'down', 'no'],
  ] as const)('%d %s: %s', (target, direction, expected) => {
    expect(reaches({ value: 80, low: 70, high: 90 }, target, direction)).toBe(expected);
  });
});
