import type { IndicatorSummary } from '@jince/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { i18next } from './i18n.ts';
import { changeOf, formatFigure, gaugeEnd, rowsHref } from './plan.ts';

const indicator: IndicatorSummary = {
  code: 'mark-coverage',
  clause: 'III.1',
  measure: null,
  label: 'Coverage',
  unit: '%',
  decimals: 1,
  direction: 'up',
  headline: true,
  value: 63.2,
  numerator: 632,
  denominator: 1000,
  unknown: 0,
  previous: 60.9,
  previousOn: '2025-11-22',
  target: null,
  standing: 'no-target',
  standingText: '',
  spark: [],
  awaits: null,
};

beforeAll(() => i18next.init({ lng: 'zh-CN' }));

describe('changeOf', () => {
  it('takes the difference of percentages in points and of counts in percent', () => {
    expect(changeOf(indicator)).toEqual({ kind: 'points', text: '+2.3', good: true });
    expect(changeOf({ ...indicator, unit: 'n', value: 110, previous: 100 })).toEqual({
      kind: 'share',
      text: '+10%',
      good: true,
    });
  });

  it('calls a fall good where the figure should fall, and neither where it has no direction', () => {
    const falling = { ...indicator, unit: 'n', value: 312, previous: 478 };
    expect(changeOf({ ...falling, direction: 'down' })?.good).toBe(true);
    expect(changeOf({ ...falling, direction: 'up' })?.good).toBe(false);
    expect(changeOf({ ...falling, direction: 'none' })?.good).toBeUndefined();
  });

  it('has nothing to say without an earlier figure', () => {
    expect(changeOf({ ...indicator, previous: null })).toBeUndefined();
    expect(changeOf({ ...indicator, unit: 'n', value: 5, previous: 0 })).toBeUndefined();
  });
});

describe('figures', () => {
  it('are written with the digits of their indicator and shortened only when large', () => {
    expect(formatFigure(41.7, 1)).toBe('41.7');
    expect(formatFigure(18_462, 0)).toBe('18,462');
    expect(formatFigure(187_342, 0)).toBe('18.73万');
  });

  it('end a percentage at 100 and a count beyond both value and target', () => {
    expect(gaugeEnd(indicator)).toBe(100);
    expect(gaugeEnd({ unit: '%', value: 130, target: null })).toBeGreaterThan(130);
    const target = { year: 2026, value: 200, basis: 'district' as const, note: null, setBy: null, setAt: null };
    expect(gaugeEnd({ unit: 'n', value: 312, target })).toBeGreaterThan(312);
  });

  it('open their rows on the day that is shown', () => {
    expect(rowsHref('a', { part: 'counted' })).toBe('/plan/indicators/a/rows?part=counted');
    expect(rowsHref('a', { part: 'missing', cut: 'town', bucket: '1' }, '2025-12-31')).toBe(
      '/plan/indicators/a/rows?part=missing&cut=town&bucket=1&asOf=2025-12-31',
    );
  });
});
