import { expect, test } from 'vitest';
import { PackDataError } from '../shape.ts';
import { publicIndicators, readPublicIndicators } from './public-indicators.ts';

const known = [
  { code: 'a', computed: {} },
  { code: 'b', computed: {} },
  { code: 'waits', computed: undefined },
];

test('the district publishes figures that can be counted, some of them first', () => {
  expect(publicIndicators.indicators.length).toBeGreaterThanOrEqual(20);
  expect(publicIndicators.lead.length).toBeGreaterThanOrEqual(4);
});

test.each([
  [{ lead: [], indicators: ['c'] }, '「c」'],
  [{ lead: [], indicators: ['waits'] }, '「waits」'],
  [{ lead: ['b'], indicators: ['a'] }, 'public.lead'],
  [{ lead: [], indicators: ['a', 'a'] }, '重复'],
])('%j is refused with its place', (data, message) => {
  expect(() => readPublicIndicators(data, known)).toThrow(PackDataError);
  expect(() => readPublicIndicators(data, known)).toThrow(message);
});
