import { describe, expect, it } from 'vitest';
import { countPrior, ratePrior, shrinkCount, shrinkRate } from './shrink.ts';

describe('shrinkRate', () => {
  it('has the quantiles of the beta distribution', () => {
    // Beta(4, 8), tables of the regularised incomplete beta function.
    const { mean, low, high } = shrinkRate(3, 10, { mean: 0.5, worth: 2 }, 0.9);
    expect(mean).toBeCloseTo(1 / 3, 6);
    expect(low).toBeCloseTo(0.1351, 4);
    expect(high).toBeCloseTo(0.5644, 4);
  });

  it('pulls small numbers to the peers and leaves large ones', () => {
    const prior = { mean: 0.1, worth: 20 };
    const small = shrinkRate(2, 2, prior, 0.9);
    const large = shrinkRate(200, 200, prior, 0.9);
    expect(small.low).toBeLessThan(0.2);
    expect(large.low).toBeGreaterThan(0.85);
    for (let hits = 1; hits <= 20; hits++)
      expect(shrinkRate(hits, 20, prior, 0.9).low).toBeGreaterThan(shrinkRate(hits - 1, 20, prior, 0.9).low);
  });
});

describe('shrinkCount', () => {
  it('has the quantiles of the gamma distribution', () => {
    // Gamma(5, 1): 1.970 and 9.154.
    const { low, high } = shrinkCount(5, 1, { mean: 0, worth: 0 }, 0.9);
    expect(low).toBeCloseTo(1.97, 1);
    expect(high).toBeCloseTo(9.15, 1);
  });

  it('is wider where less was seen', () => {
    const prior = { mean: 1, worth: 5 };
    const width = (count: number): number => {
      const { low, high } = shrinkCount(count, count, prior, 0.9);
      return high - low;
    };
    expect(width(2)).toBeGreaterThan(width(20));
    expect(width(20)).toBeGreaterThan(width(200));
  });
});

describe('priors', () => {
  it('are strong where peers agree and weak where they do not', () => {
    const same = ratePrior(Array.from({ length: 40 }, () => ({ hits: 5, trials: 50 })));
    const mixed = ratePrior(Array.from({ length: 40 }, (_, at) => ({ hits: at % 2 ? 10 : 0, trials: 50 })));
    expect(same.mean).toBeCloseTo(0.1, 6);
    expect(mixed.mean).toBeCloseTo(0.1, 6);
    expect(same.worth).toBeGreaterThan(5 * mixed.worth);
  });

  it('say something sensible of nobody', () => {
    expect(ratePrior([])).toMatchObject({ mean: 0.5 });
    expect(Number.isFinite(shrinkCount(0, 0, countPrior([]), 0.9).high)).toBe(true);
    expect(Number.isFinite(shrinkRate(0, 0, ratePrior([]), 0.9).high)).toBe(true);
  });
});
