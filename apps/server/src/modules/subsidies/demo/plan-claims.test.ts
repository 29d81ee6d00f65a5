import { expect, it } from 'vitest';
import { filingDay, statesFor, workday } from './plan-claims.ts';

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

it('has about sixty claims in a whole district', () => {
  expect(statesFor(500).length).toBeGreaterThanOrEqual(60);
  expect(statesFor(500).length).toBeLessThan(70);
});

it('makes some of each state of few offers, and leaves some open', () => {
  expect(statesFor(9)).toEqual(['draft', 'submitted', 'recommended', 'supplementing']);
  expect(new Set(statesFor(22)).size).toBe(17);
  expect(statesFor(4)).toEqual([]);
});
