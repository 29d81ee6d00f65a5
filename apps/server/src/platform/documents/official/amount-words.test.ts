import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountInWords } from './amount-words.ts';

// The first five are the worked examples of 《正确填写票据和结算凭证的基本规定》.
it.each([
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [168_032, '壹仟陆佰捌拾元零叁角贰分'],
  [10_700_053, '壹拾万柒仟元零伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [0, '零元整'],
  [7, '柒分'],
  [50, '伍角整'],
  [107, '壹元零柒分'],
  [1_000, '壹拾元整'],
  [50_000_000, '伍拾万元整'],
  [10_000_500, '壹拾万零伍元整'],
  [10_050_000, '壹拾万零伍佰元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [123_456_789_012, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分'],
  [100_000_000_000_000, '壹万亿元整'],
  [100_020_000_000_000, '壹万零贰亿元整'],
  [-150, '负壹元伍角整'],
])('%i fen is %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words);
});

it('refuses what is no whole number of fen', () => {
  for (const wrong of [1.5, Number.NaN, 2 ** 53]) expect(() => amountInWords(wrong)).toThrow(RangeError);
});

/** Reads the words back, independently of how they are written. */
function readBack(words: string): number {
  const digit = (one: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(one);
  const whole = (text: string): number => {
    for (const [unit, size] of [
      ['亿', 1e8],
      ['万', 1e4],
      ['仟', 1000],
      ['佰', 100],
      ['拾', 10],
    ] as const) {
      const at = text.lastIndexOf(unit);
      if (at > 0) return whole(text.slice(0, at)) * size + whole(text.slice(at + 1));
    }
    return text === '' ? 0 : [...text].reduce((sum, one) => sum * 10 + digit(one), 0);
  };
  const [, yuan = '', tail = ''] = /^(?:(.*)元)?(.*)$/.exec(words.replace('整', '')) ?? [];
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(tail)?.[1];
  const fen = /([壹贰叁肆伍陆柒捌玖])分/.exec(tail)?.[1];
  return whole(yuan.replaceAll('零', '')) * 100 + (jiao ? digit(jiao) * 10 : 0) + (fen ? digit(fen) : 0);
}

it('can be read back, whatever the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (fen) => {
      const words = amountInWords(fen);
      expect(readBack(words)).toBe(fen);
      expect(words).not.toMatch(/零零|零元|零万|零亿|零整/);
    }),
  );
});
