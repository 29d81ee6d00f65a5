import { expect, it } from 'vitest';
import { DEMO_COUNTS, filingDay, workday } from './plan-claims.ts';

const windows = [
  { from: '2026-06-01', to: '2026-07-31' },
  { from: '2026-11-01', to: '2026-12-31' },
];

it.each([
  ['2026-11-23', 3, '2026-11-20'],
  ['2026-11-23', 40, '2026-07-31'],
  ['2027-03-01', 0, '2026-12-31'],
  ['2026-11-01', 0, '2026-11-01'],
  ['2026-05-01', 0, undefined],
])('on %s, %i days ago, a claim is filed on %s', (today, ago, day) => {
  expect(filingDay(windows, today, ago)).toBe(day);
});

it('takes the Friday for a weekend', () => {
  expect(workday('2026-11-22')).toBe('2026-11-20');
});

it('has about sixty claims', () => {
  const total = DEMO_COUNTS.reduce((sum, [, count]) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(60);
  expect(total).toBeLessThan(70);
});
