import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankProjects } from './rank-projects.ts';
import { deviations, faultsOfSheet, isOutlier, readScores, weighTotal } from './score-review.ts';
import { splitGrant } from './split-grant.ts';

const rules = { leastExperts: 3, outlierPoints: 12, trimFrom: 5 };
const criteria = [
  { code: 'basis', label: '基础', text: '', max: 100, weight: 40 },
  { code: 'plan', label: '方案', text: '', max: 10, weight: 60 },
];

test('a total is weighted to 100', () => {
  expect(weighTotal(criteria, { basis: 80, plan: 7 })).toBe(74);
  expect(weighTotal(criteria, { basis: 100, plan: 10 })).toBe(100);
});

test('a sheet that leaves out, exceeds or invents a criterion is refused there', () => {
  expect(faultsOfSheet(criteria, { basis: 80, plan: 7 })).toEqual([]);
  expect(faultsOfSheet(criteria, { basis: 101, taste: 3 }).map((fault) => fault.path)).toEqual([
    'points.basis',
    'points.plan',
    'points.taste',
  ]);
});

test('an outlier lies far from the middle and does not make the others outliers; with two nobody is one', () => {
  const found = deviations([82, 84, 50]);
  expect(found).toEqual([0, 2, -32]);
  expect(found.map((one) => isOutlier(one, 3, rules))).toEqual([false, false, true]);
  expect(deviations([82, 84, 83, 60])).toEqual([-0.5, 1.5, 0.5, -22.5]);
  expect(deviations([90, 50]).map((one) => isOutlier(one, 2, rules))).toEqual([false, false]);
  expect(deviations([90])).toEqual([null]);
});

test('from five experts on the highest and the lowest are left out', () => {
  expect(readScores([80, 82, 84], rules)).toMatchObject({ score: 82, trimmedMean: null, spread: 1.63 });
  expect(readScores([80, 82, 84, 20, 100], rules)).toMatchObject({ score: 82, mean: 73.2, trimmedMean: 82 });
});

test('a grant is split to the cent, the last part taking the rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.integer({ min: 0, max: 100 }), (grant, percent) => {
      const parts = splitGrant(grant, [
        { stage: 'agreement', percent },
        { stage: 'acceptance', percent: 100 - percent },
      ] as const);
      expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(grant);
      expect(parts.every((part) => part.amountFen >= 0)).toBe(true);
    }),
  );
});

test('equal scores at the edge of the quota are not parted by chance, and who fails is not funded', () => {
  const ranked = rankProjects([70, 90, 80, 80, 55], (score) => score, { quota: 2, passMark: 60 });
  expect(ranked.map(({ item, rank, withinQuota, passes }) => [item, rank, withinQuota, passes])).toEqual([
    [90, 1, true, true],
    [80, 2, true, true],
    [80, 2, true, true],
    [70, 4, false, true],
    [55, 5, false, false],
  ]);
});
