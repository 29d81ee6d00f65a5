import { describe, expect, it } from 'vitest';
import { changeParameters, listParameters, type ParameterChange } from './parameters.ts';
import type { Policy } from './policy.ts';
import { madridItem, samplePolicy } from './testing/sample-policy.ts';

const tiers = [
  { from: 0, to: 3, fen: 100 },
  { from: 3, to: 6, fen: 200 },
  { from: 6, to: null, fen: 300 },
];
const tiered = madridItem({ code: 'tiered', amount: { type: 'tiered', by: 'madrid.memberCount', tiers } });
const share = madridItem({
  code: 'share',
  amount: { type: 'share', of: 'madrid.memberCount', ratePpm: 500_000 },
  capFen: 1_000,
});
const policy = samplePolicy([madridItem(), tiered, share, madridItem({ code: 'old', legacy: true })], {
  budgetFen: 9_000,
});
const change = (item: string | null, path: string, value: ParameterChange['value']) => ({ item, path, value });

function changed(...changes: ParameterChange[]): Policy {
  const result = changeParameters(policy, changes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}
const refused = (...changes: ParameterChange[]) => {
  const result = changeParameters(policy, changes);
  return result.ok ? [] : result.problems;
};

describe('parameters of a policy', () => {
  it('are all that may be moved, with their values', () => {
    const all = listParameters(policy);
    expect(all.filter((one) => one.item === null).map((one) => [one.path, one.value])).toEqual([
      ['budgetFen', 9_000],
      ['overBudget', 'queue'],
      ['subjectYearCapFen', null],
    ]);
    expect(all.filter((one) => one.item === 'share').map((one) => one.path)).toEqual([
      'amount.ratePpm',
      'capFen',
      'subjectYearCapFen',
      'budgetFen',
      'stacking.rule',
      'achieved.from',
      'achieved.to',
    ]);
    expect(all.some((one) => one.item === 'old')).toBe(false);
  });

  it('can each be set to the value it has, which changes nothing', () => {
    expect(changed(...listParameters(policy))).toEqual(policy);
  });

  it('move where they are told to and nowhere else', () => {
    const moved = changed(
      change('share', 'amount.ratePpm', 250_000),
      change('share', 'capFen', null),
      change('madrid', 'amount.fen', 7),
      change('tiered', 'amount.tiers.1.fen', 250),
      change(null, 'overBudget', 'pro-rata'),
    );
    expect(moved.items.map((item) => item.amount)).toMatchObject([
      { fen: 7 },
      { tiers: [{ fen: 100 }, { fen: 250 }, { fen: 300 }] },
      { ratePpm: 250_000 },
      { fen: 3_000_000 },
    ]);
    expect(moved.items[2]?.capFen).toBeNull();
    expect(moved.overBudget).toBe('pro-rata');
    expect(policy.items[2]?.capFen).toBe(1_000);
  });

  it('keeps tiers joined when a bound moves', () => {
    const [, item] = changed(change('tiered', 'amount.tiers.1.from', 5)).items;
    expect(item?.amount).toMatchObject({ tiers: [{ to: 5 }, { from: 5, to: 6 }, { from: 6 }] });
  });

  it.each([
    [change('nobody', 'capFen', 1), 'unknown-item'],
    [change('share', 'amount.fen', 1), 'unknown-parameter'],
    [change('share', 'eligibility', 'true'), 'unknown-parameter'],
    [change('share', '__proto__.polluted', 1), 'unknown-parameter'],
    [change('old', 'capFen', 1), 'unknown-parameter'],
    [change(null, 'capFen', 1), 'unknown-parameter'],
    [change('madrid', 'amount.fen', null), 'not-null'],
    [change('madrid', 'amount.fen', '5'), 'wrong-kind'],
    [change('madrid', 'amount.fen', 1.5), 'out-of-range'],
    [change('madrid', 'amount.fen', -1), 'out-of-range'],
    [change('madrid', 'amount.fen', Number.NaN), 'out-of-range'],
    [change('share', 'amount.ratePpm', 10_000_001), 'out-of-range'],
    [change('tiered', 'amount.tiers.1.from', 6), 'out-of-range'],
    [change('tiered', 'amount.tiers.2.from', 3), 'out-of-range'],
    [change('madrid', 'achieved.from', '2025-02-30'), 'out-of-range'],
    [change('madrid', 'achieved.from', 20_250_101), 'wrong-kind'],
    [change('madrid', 'stacking.rule', 'both'), 'not-a-choice'],
    [change(null, 'overBudget', 'lottery'), 'not-a-choice'],
  ])('refuses %o, naming its place', (one, code) => {
    expect(refused(change('share', 'capFen', 5), one)).toEqual([{ change: 1, code, item: one.item, path: one.path }]);
  });

  it('says all that is wrong at once', () => {
    expect(refused(change('madrid', 'amount.fen', -1), change('x', 'y', 1)).map((one) => one.change)).toEqual([0, 1]);
  });
});
