import type { Numbering } from './template-types.ts';

const DIGITS = [...'零一二三四五六七八九'];

/** 1 → 一, 12 → 十二, 105 → 一百零五. @throws RangeError outside 1–999 */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`not between 1 and 999: ${value}`);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const high = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle =
    tens > 0 ? `${hundreds === 0 && tens === 1 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return `${high}${middle}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Number of an item at its level: 一、（一）1.（1）. Source: GB/T 9704-2012 7.3.3. */
export function itemNumber(numbering: Numbering, at: number): string {
  switch (numbering) {
    case '一、':
      return `${chineseNumber(at)}、`;
    case '（一）':
      return `（${chineseNumber(at)}）`;
    case '1.':
      return `${at}.`;
    case '（1）':
      return `（${at}）`;
  }
}
