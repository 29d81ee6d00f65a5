import { describe, expect, it } from 'vitest';
import { axisStep } from './axis-step.ts';

describe('axisStep', () => {
  it('divides the axis into at most four round steps', () => {
    for (const max of [1, 3, 7, 18, 99, 312, 18_462, 187_342, 1_000_000]) {
      const step = axisStep(max);
      expect(Math.ceil(max / step)).toBeLessThanOrEqual(4);
      expect(Math.ceil(max / step)).toBeGreaterThanOrEqual(1);
    }
    expect(axisStep(18_462)).toBe(5000);
    expect(axisStep(312)).toBe(100);
  });

  it('has a step for an empty axis', () => {
    expect(axisStep(0)).toBe(1);
  });
});
