import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptOrder } from './kept-order.ts';

describe('KeptOrder', () => {
  it('is what sorting anew would give, after any changes and additions', () => {
    const change = fc.record({ row: fc.nat(40), value: fc.nat(9) });
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { maxLength: 40 }),
        fc.array(fc.array(change, { maxLength: 6 })),
        (start, rounds) => {
          const values = [...start];
          const compare = (a: number, b: number) => (values[a] as number) - (values[b] as number) || a - b;
          const order = new KeptOrder(compare);
          order.rows(values.length);
          for (const changes of rounds) {
            for (const { row, value } of changes) {
              const at = Math.min(row, values.length);
              values[at] = value;
              order.touch(at);
            }
            expect([...order.rows(values.length)]).toEqual(values.map((_, at) => at).toSorted(compare));
          }
        },
      ),
    );
  });
});
