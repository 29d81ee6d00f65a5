import { association } from '@jince/wujiang';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RatingFacts, summariseRatings, weighRatings } from './weigh-ratings.ts';

const settings = association.ratings;
const agency = { address: '江苏省苏州市吴江区盛泽镇西二环路1号', head: '李负责' };
let made = 0;
const rating = (over: Partial<RatingFacts> = {}): RatingFacts => {
  const n = ++made;
  return {
    id: `r${String(n).padStart(4, '0')}`,
    partyId: `p${n}`,
    address: `吴江区路${n}号`,
    head: `法人${n}`,
    ratedOn: `2026-${String((n % 9) + 1).padStart(2, '0')}-10`,
    score: 4,
    ...over,
  };
};
const of = (ratings: RatingFacts[]) => weighRatings(ratings, agency, settings).map((one) => one.percent);

describe('weighing ratings', () => {
  it('counts independent clients in full', () => {
    expect(of([rating(), rating(), rating()])).toEqual([100, 100, 100]);
  });

  it('leaves out clients at the address or with the head of the agency, and says so', () => {
    const [address, head] = weighRatings(
      [rating({ address: '江苏省苏州市吴江区 盛泽镇西二环路１号' }), rating({ head: '李负责' })],
      agency,
      settings,
    );
    expect([address?.percent, head?.percent]).toEqual([settings.linkedPercent, settings.linkedPercent]);
    expect(address?.reasons[0]?.zh).toContain('住所相同');
    expect(head?.reasons[0]?.zh).toContain('负责人同名');
  });

  it('lowers further ratings of one client and of one address, not the first', () => {
    const first = rating({ ratedOn: '2026-01-01' });
    const again = rating({ partyId: first.partyId, ratedOn: '2026-03-01' });
    const neighbour = rating({ address: first.address, ratedOn: '2026-05-01' });
    expect(of([again, first, neighbour])).toEqual([50, 100, 50]);
  });

  it('lowers what is beyond a burst and clients who give only the highest score', () => {
    const burst = Array.from({ length: settings.burst.count + 1 }, () => rating({ ratedOn: '2026-02-02' }));
    expect(of(burst).filter((percent) => percent < 100)).toEqual([settings.burst.percent]);
    const fan = ['2026-01-01', '2026-02-01', '2026-03-01'].map((ratedOn) =>
      rating({ partyId: 'fan', address: '甲', ratedOn, score: 5 }),
    );
    expect(of(fan)).toEqual([50, 25, 25]);
  });

  it('never gives less for what comes later, and stays within 0 and 100', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        partyId: fc.constantFrom('a', 'b', 'c', 'd'),
        address: fc.constantFrom('甲路', '乙路', agency.address, null),
        head: fc.constantFrom('张', '李负责', null),
        ratedOn: fc.constantFrom('2026-01-01', '2026-01-03', '2026-02-01'),
        score: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (ratings) => {
        const unique = [...new Map(ratings.map((one) => [one.id, one])).values()];
        const weighed = weighRatings(unique, agency, settings);
        expect(weighed.map((one) => one.id)).toEqual(unique.map((one) => one.id));
        for (const { percent, reasons } of weighed) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
          expect(percent < 100).toBe(reasons.length > 0);
        }
        const shuffled = weighRatings(unique.toReversed(), agency, settings).toReversed();
        expect(shuffled.map((one) => one.percent)).toEqual(weighed.map((one) => one.percent));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the score', () => {
  it('is not shown before enough clients count', () => {
    const two = [rating(), rating()];
    const summary = summariseRatings(two, weighRatings(two, agency, settings), settings);
    expect(summary.score).toBeNull();
    expect(summary.sentence.zh).toContain('不足 3 家');
  });

  it('does not move by a linked client', () => {
    const honest = [rating({ score: 3 }), rating({ score: 4 }), rating({ score: 3 })];
    const gamed = [...honest, rating({ score: 5, address: agency.address }), rating({ score: 5, head: agency.head })];
    const score = (all: RatingFacts[]) => summariseRatings(all, weighRatings(all, agency, settings), settings).score;
    expect(score(gamed)).toBe(score(honest));
    expect(score(honest)).toBe(3.3);
  });
});
