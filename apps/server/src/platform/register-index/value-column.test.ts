import { expect, it } from 'vitest';
import { ValueColumn } from './value-column.ts';

const filled = () => {
  const column = new ValueColumn<string>();
  for (const [row, word] of ['甲', '乙', '甲'].entries()) column.set(row, word, () => word);
  return column;
};

it('asks of each value once, and of a value that came later', () => {
  const column = filled();
  const asked: string[] = [];
  const of = (word: string) => {
    asked.push(word);
    return `${word}！`;
  };
  const first = column.recall('who', of);
  expect([0, 1, 2].map(first)).toEqual(['甲！', '乙！', '甲！']);
  column.set(1, '丙', () => '丙');
  expect([0, 1, 2].map(column.recall('who', of))).toEqual(['甲！', '丙！', '甲！']);
  expect(asked).toEqual(['甲', '乙', '丙']);
});

it('keeps the answers of one asker from another, and forgets who has not asked for long', () => {
  const column = filled();
  expect(column.recall('a', () => null)(0)).toBeNull();
  expect(column.recall('b', (word) => word)(0)).toBe('甲');
  expect(column.recall('a', () => 'not asked again')(0)).toBeNull();
  for (let n = 0; n < 30; n++) column.recall(`other ${n}`, () => 1)(0);
  expect(column.recall('a', () => 'asked again')(0)).toBe('asked again');
});
