import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptSelection, orderBy, pageOfSelection, selectPage, selectRows } from './select-page.ts';

describe('selectPage', () => {
  it('gives the same pages as filtering, sorting and slicing, in both directions and from either end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 20 }),
        (keys, page, pageSize, descending, least) => {
          const order = orderBy(keys.length, (row) => keys[row] as number);
          const sorted = [...order].filter((row) => (keys[row] as number) >= least);
          if (descending) sorted.reverse();
          const found = selectPage(keys.length, [(row) => (keys[row] as number) >= least], {
            page,
            pageSize,
            order,
            descending,
          });
          expect(found.total).toBe(sorted.length);
          expect(found.rows).toEqual(sorted.slice((page - 1) * pageSize, page * pageSize));
        },
      ),
    );
  });

  it('keeps a selection per key and forgets the one not used for longest', () => {
    const data = {};
    let made = 0;
    const make = () => {
      made += 1;
      return selectRows(3, []);
    };
    keptSelection(data, 'first', make);
    keptSelection(data, 'first', make);
    expect(made).toBe(1);
    for (let i = 0; i < 64; i++) keptSelection(data, `other ${i}`, make);
    keptSelection(data, 'first', make);
    expect(made).toBe(66);
  });

  it('has no rows beyond the last page', () => {
    expect(pageOfSelection(selectRows(5, []), { page: 3, pageSize: 4 })).toEqual([]);
  });
});
