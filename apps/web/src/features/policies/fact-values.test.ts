import { describe, expect, it } from 'vitest';
import { factValueText, parseFactValue } from './fact-values.ts';

describe('values of facts in examples', () => {
  it.each([
    ['true', true],
    ['12', 12],
    ['-3.5', -3.5],
    ['', null],
    ['2025-05-09', '2025-05-09'],
    ['ZL202010000001.5', 'ZL202010000001.5'],
    ['[{"valid":true}]', [{ valid: true }]],
    ['[not json]', '[not json]'],
  ])('%s is read as it is meant', (text, value) => expect(parseFactValue(text)).toEqual(value));

  it.each([true, 0, 'abc', null, [{ a: 1 }]])('%j is written so that it is read back', (value) =>
    expect(parseFactValue(factValueText(value))).toEqual(value),
  );
});
