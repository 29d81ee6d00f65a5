import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow, betaQuantile } from './beta.ts';
import { precisionOf, tellPrecision, weigh } from './learn.ts';

const settings = { priorConfirmed: 2, priorExplained: 2, interval: 0.9 };

describe('the beta distribution', () => {
  it('has the known values', () => {
    expect(betaBelow(1, 1, 0.3)).toBeCloseTo(0.3, 10);
    expect(betaBelow(2, 2, 0.5)).toBeCloseTo(0.5, 10);
    // 3x² − 2x³ for a = b = 2.
    expect(betaBelow(2, 2, 0.2)).toBeCloseTo(3 * 0.04 - 2 * 0.008, 10);
    // 1 − (1 − x)^5 for a = 1, b = 5.
    expect(betaBelow(1, 5, 0.1)).toBeCloseTo(1 - 0.9 ** 5, 10);
  });

  it('quantiles answer the distribution', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, p) => Math.abs(betaBelow(a, b, betaQuantile(a, b, p)) - p) < 1e-6,
      ),
    ));
});

describe('what is learned of a kind', () => {
  it('is nothing before the first judgement, and nothing from what nobody could decide', () => {
    const none = precisionOf(settings, { confirmed: 0, explained: 0, unsure: 7 });
    expect(none).toMatchObject({ precision: 0.5, factor: 1 });
    expect(weigh(0.8, none.factor)).toBeCloseTo(0.8, 12);
  });

  it('moves with the judgements and little after few of them', () => {
    const one = precisionOf(settings, { confirmed: 0, explained: 1, unsure: 0 });
    const many = precisionOf(settings, { confirmed: 2, explained: 18, unsure: 0 });
    expect(one.precision).toBeCloseTo(0.4, 12);
    expect(many.precision).toBeCloseTo(4 / 24, 12);
    expect(many.high - many.low).toBeLessThan(one.high - one.low);
    expect(weigh(0.8, many.factor)).toBeCloseTo((0.8 * 0.2) / (0.8 * 0.2 + 0.2), 12);
    expect(tellPrecision(settings, { confirmed: 2, explained: 18, unsure: 0 }, many).zh).toContain(
      '(2+2)/(4+20) = 17%',
    );
  });

  it('keeps strengths within 0 and 1 and their order', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(200),
        fc.nat(200),
        (x, y, confirmed, explained) => {
          const { factor, low, high, precision } = precisionOf(settings, { confirmed, explained, unsure: 0 });
          const [a, b] = [weigh(Math.min(x, y), factor), weigh(Math.max(x, y), factor)];
          return a >= 0 && b <= 1 && a <= b + 1e-12 && low <= precision && precision <= high;
        },
      ),
    ));
});
