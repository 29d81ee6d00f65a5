import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharePool } from './share-pool.ts';

type Policy = Parameters<typeof sharePool>[0];
const policy = (budgetFen: number | null, itemBudget: number | null = null): Policy =>
  ({ items: [{ code: 'a', budgetFen: itemBudget }], budgetFen, rounding: 'fen' }) as unknown as Policy;
const line = (amountFen: number, item = 'a') => ({ item, amountFen });

describe('sharing a budget in proportion', () => {
  it('leaves everything where all that is asked fits', () => {
    const demand = [{ item: 'a', decidedFen: 300, waitingFen: 400 }];
    expect(sharePool(policy(1000), [line(300)], demand)).toEqual([{ amountFen: 300, steps: [] }]);
  });

  it('gives what is left to those who wait, by what they ask', () => {
    const demand = [{ item: 'a', decidedFen: 200, waitingFen: 1500 }];
    const [share] = sharePool(policy(1000), [line(500)], demand);
    expect(share?.amountFen).toBe(200);
    expect(share?.steps).toEqual(['年度预算可用8元，待定申请共20元，按比例核减为2元']);
  });

  it('lowers by the budget of the item first, then by that of the policy', () => {
    const demand = [
      { item: 'a', decidedFen: 0, waitingFen: 600 },
      { item: 'b', decidedFen: 0, waitingFen: 600 },
    ];
    // Item a: 500 of 1,000 asked; policy: 550 for 500 + 600.
    const [share] = sharePool(policy(550, 500), [line(400)], demand);
    expect(share?.amountFen).toBe(100);
    expect(share?.steps).toHaveLength(2);
  });

  it('gives the same share whoever is decided first, and never more than the budget', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 3_000_000 }),
        (asked, budget) => {
          const decide = (order: readonly number[]) => {
            let decided = 0;
            let waiting = asked.reduce((sum, one) => sum + one, 0);
            return new Map(
              order.map((at) => {
                const own = asked[at] as number;
                waiting -= own;
                const demand = [{ item: 'a', decidedFen: decided, waitingFen: waiting }];
                const fen = sharePool(policy(budget), [line(own)], demand)[0]?.amountFen ?? 0;
                decided += fen;
                return [at, fen];
              }),
            );
          };
          const order = asked.map((_, at) => at);
          const forth = decide(order);
          const back = decide(order.toReversed());
          expect([...forth.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(budget);
          // Rounding down leaves crumbs to later ones: a fen or so each.
          for (const at of order)
            expect(Math.abs((forth.get(at) ?? 0) - (back.get(at) ?? 0))).toBeLessThanOrEqual(asked.length);
        },
      ),
    );
  });
});
