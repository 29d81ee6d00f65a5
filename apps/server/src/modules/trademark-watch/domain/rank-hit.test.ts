import { watchSettings } from '@jince/wujiang';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf, type HitSeen, learnWeights, rankOf, reasonsOf } from './rank-hit.ts';

const START = { bias: -1, identical: 1.5, near: 0.7, brand: 0.8, listing: 0.4, shopInfringed: 1, shopCleared: -1 };
const seen = (over: Partial<HitSeen> = {}): HitSeen => ({
  kind: 'listing',
  level: 'near',
  field: 'title',
  picture: false,
  times: 1,
  priceFen: null,
  usualFen: null,
  goods: null,
  shop: { infringing: 0, cleared: 0 },
  mark: { infringing: 0, cleared: 0 },
  ...over,
});

describe('ranking of hits', () => {
  it('puts a shop that was judged infringing above one that was cleared, and says so', () => {
    const bad = featuresOf(seen({ shop: { infringing: 3, cleared: 0 } }));
    const good = featuresOf(seen({ shop: { infringing: 0, cleared: 3 } }));
    expect(rankOf(START, bad)).toBeGreaterThan(rankOf(START, good));
    expect(reasonsOf(START, bad)[0]?.name).toBe('shopInfringed');
  });

  it('puts same goods above the same class, that above nothing said, and goods apart last, and says which', () => {
    const { ranking } = watchSettings;
    const rank = (goods: HitSeen['goods']) => rankOf(ranking, featuresOf(seen({ goods })));
    const order = [rank('same-group'), rank('similar-group'), rank('same-class'), rank(null), rank('other')];
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(new Set(order).size).toBe(5);
    const said = reasonsOf(ranking, featuresOf(seen({ goods: 'other' })));
    expect(said.find(({ name }) => name === 'goodsApart')?.weight).toBeLessThan(0);
  });

  it('learns from judgements, is held to its start by few of them, and gives the same weights again', () => {
    const judged = Array.from({ length: 40 }, (_, at) => ({
      features: featuresOf(seen({ field: at % 2 === 0 ? 'brand' : 'title' })),
      infringing: at % 2 !== 0,
    }));
    const learned = learnWeights(START, judged);
    expect(learned.brand).toBeLessThan(START.brand - 0.5);
    expect(Math.abs((learnWeights(START, judged.slice(0, 1)).brand ?? 0) - START.brand)).toBeLessThan(0.2);
    expect(learnWeights(START, judged)).toEqual(learned);
    expect(learnWeights(START, [])).toEqual(START);
  });

  it('stays a likelihood whatever it sees', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.boolean(), (infringing, cleared, same) => {
        const rank = rankOf(
          START,
          featuresOf(seen({ shop: { infringing, cleared }, level: same ? 'identical' : 'arguable' })),
        );
        return rank > 0 && rank < 1;
      }),
    );
  });
});
