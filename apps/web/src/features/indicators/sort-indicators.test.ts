import type { IndicatorSummary } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { sortIndicators } from './sort-indicators.ts';

const one = (code: string, patch: Partial<IndicatorSummary>): IndicatorSummary => ({
  code,
  clause: 'I',
  measure: null,
  label: code,
  unit: '%',
  decimals: 1,
  direction: 'up',
  headline: false,
  value: 50,
  numerator: null,
  denominator: null,
  unknown: 0,
  previous: 40,
  previousOn: '2025-01-01',
  target: null,
  standing: 'on-track',
  standingText: '',
  spark: [],
  awaits: null,
  ...patch,
});
const codes = (items: IndicatorSummary[]) => items.map((item) => item.code).join('');

describe('sortIndicators', () => {
  const items = [
    one('a', { standing: 'done', clause: 'III.1' }),
    one('b', { standing: 'no-target', previous: null, clause: 'II.1' }),
    one('c', { standing: 'behind', value: 45, clause: 'IV.2' }),
  ];

  it('keeps the order of the plan unless asked', () => {
    expect(codes(sortIndicators(items, undefined))).toBe('abc');
    expect(codes(sortIndicators(items, 'nonsense'))).toBe('abc');
  });

  it('puts what is behind first and what has no standing last, in either direction', () => {
    expect(codes(sortIndicators(items, 'standing'))).toBe('cab');
    expect(codes(sortIndicators(items, '-standing'))).toBe('acb');
  });

  it('orders by change and leaves those without one at the end', () => {
    expect(codes(sortIndicators(items, '-change'))).toBe('acb');
    expect(codes(sortIndicators(items, 'change'))).toBe('cab');
  });
});
