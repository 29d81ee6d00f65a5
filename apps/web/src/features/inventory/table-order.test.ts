import { describe, expect, it } from 'vitest';
import { asText, type InventoryTable, orderOf } from './table-order.ts';

const table: InventoryTable = {
  measure: 'patents',
  measureLabel: 'Patents',
  unit: 'items',
  definition: '',
  asOf: '2026-11-22',
  dataAsOf: null,
  rows: [
    { code: 'a', label: 'Alpha' },
    { code: 'b', label: 'Beta' },
    { code: 'c', label: 'Gamma' },
  ],
  columns: [
    { code: 'invention', label: 'Invention' },
    { code: 'design', label: 'Design' },
  ],
  cells: [
    [5, 1],
    [2, 9],
    [7, 0],
  ],
  rowTotals: [6, 11, 7],
  columnTotals: [14, 10],
  total: 24,
  overlapping: false,
  notes: [],
  tookMs: 1,
};

describe('orderOf', () => {
  it('keeps the order of the register when none is asked', () => {
    expect(orderOf(table, undefined)).toEqual([0, 1, 2]);
  });

  it('orders by a column or by the totals, in both directions', () => {
    expect(orderOf(table, 'invention')).toEqual([1, 0, 2]);
    expect(orderOf(table, '-invention')).toEqual([2, 0, 1]);
    expect(orderOf(table, '-total')).toEqual([1, 2, 0]);
  });
});

describe('asText', () => {
  it('writes rows in the order shown, with totals, separated by tabs', () => {
    expect(asText(table, 'Town', 'Total', '-total').split('\n')).toEqual([
      'Town\tInvention\tDesign\tTotal',
      'Beta\t2\t9\t11',
      'Gamma\t7\t0\t7',
      'Alpha\t5\t1\t6',
      'Total\t14\t10\t24',
    ]);
  });

  it('writes one column of numbers when there is no column cut', () => {
    const single = {
      ...table,
      columns: [{ code: 'total', label: 'Total' }],
      cells: [[6], [11], [7]],
      columnTotals: [24],
    };
    expect(asText(single, 'Town', 'Total', undefined).split('\n')[1]).toBe('Alpha\t6');
  });
});
