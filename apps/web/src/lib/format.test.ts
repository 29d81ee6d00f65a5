import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysBetween, formatChange, formatCount, formatDay, formatMoment, formatYuan } from './format.ts';
import { i18next } from './i18n.ts';

describe.each([
  ['zh-CN', '18.73万', '1.24亿'],
  ['en', '187.34K', '123.98M'],
])('formatCount in %s', (language, large, larger) => {
  beforeAll(() => i18next.init({ lng: language }));
  afterAll(() => i18next.init({ lng: 'zh-CN' }));

  it('writes every digit below a hundred thousand and shortens from there on', () => {
    expect(formatCount(18_462)).toBe('18,462');
    expect(formatCount(187_342)).toBe(large);
    expect(formatCount(123_980_000)).toBe(larger);
    expect(formatCount(41.7)).toBe('41.7');
  });
});

describe('money and change', () => {
  it('writes fen as yuan with two decimals', () => {
    expect(formatYuan(5_000_000)).toBe('50,000.00');
    expect(formatYuan(1)).toBe('0.01');
  });

  it('signs a change and has none without something to compare with', () => {
    expect(formatChange(18_462, 16_876)).toBe('+9.4%');
    expect(formatChange(312, 500)).toBe('-37.6%');
    expect(formatChange(5, 0)).toBeUndefined();
  });
});

describe('dates', () => {
  it('shows a moment on the clock of the district', () => {
    expect(formatMoment('2026-11-20T01:14:00Z')).toBe('2026-11-20 09:14');
    expect(formatDay('2026-11-20T16:30:00Z')).toBe('2026-11-21');
  });

  it('leaves what is not a moment as it is', () => {
    expect(formatMoment('unknown')).toBe('unknown');
  });

  it('counts days across a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-12-03', '2026-11-22')).toBe(-11);
  });
});
