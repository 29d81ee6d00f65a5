import { describe, expect, it } from 'vitest';
import { splitSigns } from './split-signs.ts';

const marked = (a: string, b: string) =>
  splitSigns(a, b).map((signs) => signs.map(({ sign, shared }) => (shared ? sign : `[${sign}]`)).join(''));

describe('two marks side by side', () => {
  it.each([
    ['锦绣', '锦秀', '锦[绣]', '锦[秀]'],
    ['锦绣', '锦绣坊', '锦绣', '锦绣[坊]'],
    ['锦绣', '绣锦', '[锦]绣', '绣[锦]'],
    ['apple', '苹果', '[a][p][p][l][e]', '[苹][果]'],
    ['', '锦', '', '[锦]'],
    ['𠮷野', '𠮷山', '𠮷[野]', '𠮷[山]'],
  ])('%s and %s', (a, b, one, two) => {
    expect(marked(a, b)).toEqual([one, two]);
  });
});
