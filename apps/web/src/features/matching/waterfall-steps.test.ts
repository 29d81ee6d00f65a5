import { describe, expect, it } from 'vitest';
import { shareText } from './matching-query.ts';
import { waterfallOf } from './waterfall-steps.ts';

describe('waterfall of reasons', () => {
  it('lets each bar begin where the one before ended', () => {
    const { steps, sum, zero, end } = waterfallOf([
      { code: 'brand', text: '字号一致', weight: 15 },
      { code: 'note', text: '说明', weight: 0 },
      { code: 'prior', text: '先验', weight: -20 },
      { code: 'place', text: '地名', weight: 10 },
    ]);
    expect(sum).toBe(5);
    expect(zero).toBeCloseTo(25);
    expect(end).toBeCloseTo(50);
    expect(steps.map((step) => [Math.round(step.left), Math.round(step.width)])).toEqual([
      [25, 75],
      [100, 0],
      [0, 100],
      [0, 50],
    ]);
    expect(steps[1]?.weight).toBeUndefined();
  });

  it('draws nothing wild when there are no weights', () => {
    expect(waterfallOf([{ code: 'person', text: '人工' }])).toMatchObject({ sum: 0, zero: 0, end: 0 });
  });

  it('never rounds a score up to certainty', () => {
    expect(shareText(0.9999994)).toBe('>99.9%');
    expect(shareText(0.875)).toBe('87.5%');
    expect(shareText(0.0000001)).toBe('<0.1%');
    expect(shareText(1)).toBe('>99.9%');
  });
});
