import { expect, it } from 'vitest';
import { wanText } from './wan.ts';

it.each([
  [3_000_000, '3.00'],
  [617_200, '0.6172'],
  [1, '0.000001'],
  [1_500_000, '1.50'],
  [0, '0.00'],
  [123_456_789_012_300, '123456789.0123'],
  [-617_200, '-0.6172'],
])('%i fen are %s 万元, to the fen', (fen, text) => {
  expect(wanText(fen)).toBe(text);
  expect(Math.round(Number(text) * 1_000_000)).toBe(fen);
});
