import { expect, it } from 'vitest';
import { documentNumber } from './document-number.ts';
import { chineseNumber, itemNumber } from './numerals.ts';

it.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [342, '三百四十二'],
])('%i is %s', (value, words) => {
  expect(chineseNumber(value)).toBe(words);
});

it('numbers items at four levels', () => {
  expect((['一、', '（一）', '1.', '（1）'] as const).map((level) => itemNumber(level, 11))).toEqual([
    '十一、',
    '（十一）',
    '11.',
    '（11）',
  ]);
  expect(() => chineseNumber(0)).toThrow(RangeError);
});

it.each([
  ['吴市监知〔2026〕12号', '吴市监知〔2026〕12号'],
  ['吴市监知[2026]012号', '吴市监知〔2026〕12号'],
  ['吴市监知（2026）第3号', '吴市监知〔2026〕3号'],
  [' 吴财规【2026】1号 ', '吴财规〔2026〕1号'],
  ['吴市监知2026-12', undefined],
  ['吴市监知〔26〕1号', undefined],
  ['吴市监知〔2026〕0号', undefined],
])('the number %s is printed %s', (given, printed) => {
  expect(documentNumber(given)).toBe(printed);
});
