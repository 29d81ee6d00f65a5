import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessAmount,
  type Crime,
  type CrimeFacts,
  criminalHits,
  type FineSpec,
  fineRange,
  GoodsError,
  type GoodsLine,
  type LawVersion,
  lawInTime,
} from './index.ts';

const line = (over: Partial<GoodsLine>): GoodsLine => ({
  name: '毛衫',
  quantity: 10,
  sold: true,
  priceFen: 5_000,
  basis: 'sold',
  ...over,
});

describe('the illegal business amount', () => {
  it('adds what was sold at its price and what was not at its marked one, with each step', () => {
    const got = businessAmount([line({}), line({ sold: false, quantity: 4, basis: 'marked', priceFen: 8_000 })]);
    expect([got.totalFen, got.soldFen, got.unsoldFen]).toEqual([82_000, 50_000, 32_000]);
    expect(got.steps.map(({ zh }) => zh)).toEqual([
      '毛衫（已售）按实际销售价格：10×50元＝500元',
      '毛衫（未售）按标价：4×80元＝320元',
      '合计820元',
    ]);
  });

  it('says where a market price is used although a nearer one is known', () => {
    const got = businessAmount([line({}), line({ sold: false, basis: 'market-middle', priceFen: 20_000 })]);
    expect(got.steps.some(({ zh }) => zh.includes('应先于市场中间价格'))).toBe(true);
  });

  it.each([
    [{ priceFen: null }, '没有价格'],
    [{ basis: null }, '没有价格'],
    [{ quantity: -1 }, '数量'],
    [{ quantity: Number.NaN }, '数量'],
    [{ priceFen: 10.5 }, '整数分'],
    [{ sold: false }, '尚未售出'],
  ])('refuses %o', (over, words) => {
    expect(() => businessAmount([line(over)])).toThrow(GoodsError);
    expect(() => businessAmount([line(over)])).toThrow(words);
  });

  it('is nothing for no goods', () => {
    expect(businessAmount([])).toMatchObject({ totalFen: 0, lines: [], steps: [] });
  });
});

const penalty = (fine: FineSpec, over: object = {}) => ({
  article: '试行第1条',
  fine,
  serious: null,
  onlyAfterOrder: false,
  ...over,
});
const amounts = (businessFen: number | null, over: object = {}) => ({ businessFen, gainFen: null, ...over });

describe('a fine', () => {
  const spec: FineSpec = {
    type: 'by-amount',
    base: 'business',
    boundFen: 5_000_000,
    boundIsAbove: true,
    abovePpm: 5_000_000,
    belowMaxFen: 25_000_000,
  };

  it('is never less for a larger amount, and whole fen', () => {
    const someFen = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(someFen, someFen, (a, more) => {
        const low = fineRange(penalty(spec), amounts(a));
        const high = fineRange(penalty(spec), amounts(a + more));
        expect(high.maxFen).toBeGreaterThanOrEqual(low.maxFen);
        expect(Number.isInteger(high.maxFen) && high.minFen <= high.maxFen).toBe(true);
      }),
    );
  });

  it('waits for an order to correct where the article does', () => {
    const order = penalty({ type: 'range', minFen: 0, maxFen: 5_000_000 }, { onlyAfterOrder: true });
    expect(fineRange(order, amounts(null)).maxFen).toBe(0);
    expect(fineRange(order, amounts(null, { orderIgnored: true })).maxFen).toBe(5_000_000);
  });

  it('takes the serious degree only where there is one', () => {
    const serious = { type: 'range', minFen: 10_000_000, maxFen: 20_000_000 } as const;
    const both = penalty({ type: 'range', minFen: 1_000_000, maxFen: 10_000_000 }, { serious });
    expect(fineRange(both, amounts(null, { serious: true }))).toMatchObject({ minFen: 10_000_000, maxFen: 20_000_000 });
    expect(fineRange(penalty(spec), amounts(0, { serious: true })).maxFen).toBe(25_000_000);
  });

  it('by a multiple keeps its own ceiling, and another without any gain', () => {
    const multiple: FineSpec = {
      type: 'multiple',
      base: 'gain',
      minPpm: 1_000_000,
      maxPpm: 3_000_000,
      maxFen: 3_000_000,
      withoutMaxFen: 1_000_000,
    };
    const of = (gainFen: number | null) => fineRange(penalty(multiple), { businessFen: null, gainFen });
    expect([of(500_000).minFen, of(500_000).maxFen]).toEqual([500_000, 1_500_000]);
    expect([of(9_000_000).minFen, of(9_000_000).maxFen]).toEqual([3_000_000, 3_000_000]);
    expect(of(null).maxFen).toBe(1_000_000);
  });
});

const theft: Crime = {
  id: 'test',
  name: { zh: '试算罪', en: 'test' },
  article: '试行第2条',
  thresholds: [
    { measure: 'gain', base: 3_000_000, lowered: 2_000_000 },
    { measure: 'sales', base: 5_000_000, lowered: 3_000_000 },
  ],
  lowersOn: ['prior'],
  unsold: { of: 'sales', times: 3 },
  aggravatedTimes: 10,
};
const none: CrimeFacts = {
  gainFen: 0,
  soldFen: 0,
  unsoldFen: 0,
  labels: 0,
  unsoldLabels: 0,
  lossFen: 0,
  rights: 1,
  prior: false,
};

describe('thresholds of a crime', () => {
  it('once reached stay reached when amounts grow', () => {
    const someFen = fc.integer({ min: 0, max: 40_000_000 });
    fc.assert(
      fc.property(someFen, someFen, someFen, someFen, (gainFen, soldFen, unsoldFen, more) => {
        const before = criminalHits(theft, { ...none, gainFen, soldFen, unsoldFen });
        const after = criminalHits(theft, { ...none, gainFen, soldFen: soldFen + more, unsoldFen });
        expect(after.hits.length).toBeGreaterThanOrEqual(before.hits.length);
      }),
    );
  });

  it('are said with the amount, the bound and the article', () => {
    const { hits } = criminalHits(theft, { ...none, soldFen: 60_000_000 });
    expect(hits[0]).toMatchObject({ aggravated: true, lowered: false });
    expect(hits[0]?.reason).toMatchObject({
      zh: '销售金额600,000元，达到50,000元：涉嫌试算罪，应当移送',
      article: '试行第2条',
    });
  });

  it('tell how near the nearest is while none is reached', () => {
    expect(criminalHits(theft, { ...none, soldFen: 4_000_000 })).toMatchObject({
      hits: [],
      nearest: { measure: 'sales', percent: 80 },
    });
    expect(criminalHits(theft, none).nearest).toBeNull();
  });

  it('are not lowered by several marks where the article does not say so', () => {
    expect(criminalHits(theft, { ...none, soldFen: 3_500_000, rights: 3 }).hits).toEqual([]);
    expect(criminalHits(theft, { ...none, soldFen: 3_500_000, prior: true }).hits).toHaveLength(1);
  });
});

describe('law in time', () => {
  const version = (law: string, from: string, to: string | null, maxFen: number): LawVersion => ({
    law,
    from,
    to,
    penalty: penalty({ type: 'range', minFen: 0, maxFen }),
    otherwiseChanged: null,
  });
  const texts = [version('旧法', '2020-01-01', '2026-12-31', 100), version('新法', '2027-01-01', null, 200)];

  it('is the lighter of the two texts, for every pair', () => {
    const someFen = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(someFen, someFen, (a, b) => {
        const pair = [version('旧法', '2020-01-01', '2026-12-31', a), version('新法', '2027-01-01', null, b)];
        const chosen = lawInTime(pair, { actOn: '2026-05-01', decidedOn: '2027-05-01' }, amounts(null));
        expect(chosen.range.maxFen).toBe(Math.min(a, b));
        expect(chosen.version.law).toBe(b < a ? '新法' : '旧法');
      }),
    );
  });

  it('has nothing to compare within the time of one text', () => {
    const chosen = lawInTime(texts, { actOn: '2026-05-01', decidedOn: '2026-06-01' }, amounts(null));
    expect([chosen.other, chosen.lighter]).toEqual([null, false]);
  });

  it('refuses a day without law', () => {
    const when = { actOn: '2019-12-31', decidedOn: '2026-06-01' };
    expect(() => lawInTime(texts, when, amounts(null))).toThrow('2019-12-31');
  });
});
