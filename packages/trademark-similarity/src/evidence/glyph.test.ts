import { describe, expect, it } from 'vitest';
import { glyphEvidence } from './glyph.ts';

const glyph = (a: string, b: string) => glyphEvidence(a.charCodeAt(0), b.charCodeAt(0));

describe('form', () => {
  it.each([
    ['柏', '伯', '字形相近（均为左右结构，含相同部件“白”）'],
    ['太', '大', '字形相近（“太”含“大”）'],
    ['师', '帅', '字形相近（整体轮廓相近）'],
  ])('of %s and %s', (a, b, zh) => {
    expect(glyph(a, b)?.zh).toBe(zh);
    expect(glyph(b, a)?.degree).toBe(glyph(a, b)?.degree);
  });

  it.each(['未末', '己已', '土士', '日曰', '人入', '干千', '天夭', '戊戌', '鸟乌'])(
    '%s are easily taken for each other',
    (pair) => {
      expect(glyph(pair.charAt(0), pair.charAt(1))?.degree).toBeGreaterThanOrEqual(3);
    },
  );

  it('is not alike where nothing is', () => {
    expect(glyph('锦', '山')).toBeUndefined();
    expect(glyph('㐀', '山')).toBeUndefined();
  });
});
