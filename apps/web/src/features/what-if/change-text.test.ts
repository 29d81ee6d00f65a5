import { describe, expect, it } from 'vitest';
import { readChanges, writeChanges } from './change-text.ts';

describe('changes in the address', () => {
  it('come back as they were', () => {
    const changes = [
      { item: null, path: 'budgetFen', value: null },
      { item: 'madrid', path: 'amount.tiers.1.fen', value: 2_500_000 },
      { item: null, path: 'overBudget', value: 'pro-rata' },
      { item: 'madrid', path: 'achieved.from', value: '2025-01-01' },
    ];
    expect(readChanges(writeChanges(changes))).toEqual(changes);
  });
  it.each([null, '', 'nonsense', '~~5', 'a~b', 'a~b~c~d'])('%s holds none', (text) => {
    expect(readChanges(text)).toEqual([]);
  });
});
