import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, compactCode, toHalfWidth } from './text.ts';

describe('text', () => {
  it('narrows full width and the ideographic space, leaves Chinese alone', () => {
    expect(toHalfWidth('ＺＬ２０２１　（吴江）．７')).toBe('ZL2021 (吴江).7');
    expect(toHalfWidth('吴江区')).toBe('吴江区');
    expect(toHalfWidth('\ufeffA\u200bB\u00a0C')).toBe('AB C');
  });
  it('cleans and compacts', () => {
    expect(cleanText('  吴江　 丝绸\t厂\n')).toBe('吴江 丝绸 厂');
    expect(compactCode(' ｇ 1 2 ')).toBe('G12');
  });
  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});
