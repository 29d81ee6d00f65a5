import type { IndicatorDetail } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { partsOf } from './value-parts.ts';

const of = (kind: IndicatorDetail['kind'], numerator: number | null, denominator: number | null) =>
  partsOf({ kind, numerator, denominator } as IndicatorDetail);

describe('partsOf', () => {
  it('opens scope and counted of a share and of a count', () => {
    expect(of('share', 1135, 3972)).toEqual([
      { label: 'population', value: 3972, part: 'population' },
      { label: 'counted', value: 1135, part: 'counted' },
    ]);
    expect(of('count', 30, null)).toEqual([{ label: 'counted', value: 30, part: 'counted' }]);
  });

  it('opens the subjects of a mean, but not the sum of their values', () => {
    expect(of('mean', 12083.09, 1557)).toEqual([
      { label: 'counted', value: 1557, part: 'counted' },
      { label: 'sum', value: 12083.09 },
    ]);
    expect(of('ratio', 3204, 1557).every((one) => one.part === undefined)).toBe(true);
  });
});
