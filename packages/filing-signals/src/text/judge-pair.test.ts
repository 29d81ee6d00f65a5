import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_USUAL, NOTHING_USUAL, type PairFeatures, type Usual } from './features.ts';
import { judgePair, mayBeNear, NEAR_DUPLICATE } from './judge-pair.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const usual: fc.Arbitrary<Usual> = fc.record({
  votes: fc.double({ min: NOTHING_USUAL.votes, max: 40, noNaN: true }),
  whole: fc.double({ min: 0, max: MOST_USUAL.whole, noNaN: true }),
  order: fc.double({ min: 0, max: MOST_USUAL.order, noNaN: true }),
});
const pair: fc.Arbitrary<PairFeatures> = fc
  .record({
    likeness: fc.record({ whole: share, contained: share, title: share }),
    order: share,
    keys: share,
    votes: fc.double({ min: 0, max: 100, noNaN: true }),
    length: fc.integer({ min: 1, max: 400 }),
    there: share,
    back: share,
  })
  .map(({ there, back, ...rough }) => ({
    ...rough,
    clauses: (there + back) / 2,
    clausesContained: Math.max(there, back),
  }));

it('never turns away a pair that would be found', () => {
  let found = 0;
  let spared = 0;
  fc.assert(
    fc.property(pair, usual, usual, (features, a, b) => {
      const near = judgePair(features, a, b) >= NEAR_DUPLICATE;
      if (near) found++;
      if (!mayBeNear(features, a, b)) spared++;
      if (near) expect([mayBeNear(features, a, b), mayBeNear(features, a, undefined)]).toEqual([true, true]);
    }),
    { numRuns: 3000, seed: 5 },
  );
  expect(Math.min(found, spared)).toBeGreaterThan(100);
});
