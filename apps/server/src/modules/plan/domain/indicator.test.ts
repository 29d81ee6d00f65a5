import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../platform/facts/index.ts';
import { type CheckedRules, measuresOf, type Target, tallyOf, targetFor } from './indicator.ts';

const rule = (canonical: string) => ({ canonical }) as Rule;
const population = rule('p');
const none = { counted: undefined, value: undefined, per: undefined };
const share: CheckedRules = { ...none, population, counted: rule('c'), both: rule('p && c') };
const mean: CheckedRules = { ...none, population, both: population, value: rule('v') };
const ratio: CheckedRules = { ...mean, per: rule('w') };

describe('what is counted for indicators', () => {
  it('names each thing once, whichever indicators share it', () => {
    const again: CheckedRules = { ...share, counted: rule('d'), both: rule('p && d') };
    expect(Object.keys(measuresOf([share, again, mean, ratio]))).toHaveLength(5);
  });

  it('becomes a tally: met and unknown of both rules, known and missing values', () => {
    const counts = Object.fromEntries(
      Object.entries(measuresOf([share, ratio])).map(([key, { where, value }]) => [
        key,
        {
          count: where === population ? 100 : 40,
          unknown: where === population ? 2 : 7,
          sum: value === undefined ? null : value.canonical === 'v' ? 360 : 90,
          known: value === undefined ? 0 : 95,
        },
      ]),
    );
    expect(tallyOf(share, counts)).toEqual({ population: 100, counted: 40, unknown: 7, sum: 0, per: 0 });
    expect(tallyOf(ratio, counts)).toEqual({ population: 100, counted: 95, unknown: 7, sum: 360, per: 90 });
  });
});

describe('the target that holds', () => {
  const targets = [2026, 2030].map(
    (year): Target => ({ year, value: year, basis: 'plan', note: null, setBy: null, setAt: null }),
  );

  it('is that of the year, else the nearest later one', () => {
    expect(targetFor(targets, 2025)?.year).toBe(2026);
    expect(targetFor(targets, 2026)?.year).toBe(2026);
    expect(targetFor(targets, 2027)?.year).toBe(2030);
    expect(targetFor(targets, 2031)).toBeUndefined();
  });
});
