import type { ItemAnswer, PolicyItem, Refusal } from '@jince/entitlements';
import { expect, it } from 'vitest';
import { findNextSteps } from './nearness.ts';

const items = ['a', 'b', 'c', 'd', 'e'].map((code) => ({ code })) as PolicyItem[];
const answer = (item: string, codes: Refusal['code'][], fen: number[] = []): ItemAnswer => ({
  item,
  name: item,
  clause: '第一条',
  eligibility: {} as ItemAnswer['eligibility'],
  refusals: codes.map((code) => ({ code, text: code, article: null })),
  entitlements: fen.map((one) => ({ fen: one })) as unknown as ItemAnswer['entitlements'],
});

it('names what is missing, the nearest first, and nothing that is had or hopeless', () => {
  const steps = findNextSteps(items, [
    answer('a', ['precondition', 'eligibility']),
    answer('b', ['window']),
    answer('c', ['beneficiary']),
    answer('d', ['paid-before']),
    answer('e', ['window'], [100]),
  ]);
  expect(steps.map((step) => [step.item.code, step.near])).toEqual([
    ['b', true],
    ['a', false],
  ]);
});
