import { describe, expect, it } from 'vitest';
import { normaliseMark, textOf } from './normalise-mark.ts';

const units = (text: string) => textOf(normaliseMark(text).units);

describe('a mark', () => {
  it.each([
    ['ＡＢＣ　１２', 'abc12'],
    ['絲綢', '丝绸'],
    ['Café', 'cafe'],
    ['аррlе', 'apple'],
    ['吴\u200d江\u202e', '吴江'],
    ['锦·策！', '锦策'],
    ['㈱锦', '株锦'],
    ['😀', ''],
    ['\ue000', ''],
    ['\u0000\u001f', ''],
    ['', ''],
    ['锦', '锦'],
  ])('%j is compared as %j', (text, compared) => {
    expect(units(text)).toBe(compared);
  });

  it('of three hundred characters is cut, and says so', () => {
    const long = normaliseMark('锦'.repeat(300));
    expect([long.units.length, long.cut]).toEqual([60, true]);
    expect(normaliseMark('锦策').cut).toBe(false);
    expect(normaliseMark(`锦${'\u200b'.repeat(100_000)}`)).toMatchObject({ cut: true });
  });

  it('keeps characters beyond the first plane apart', () => {
    expect(units('𠮷野家')).toHaveLength(3);
    expect(units('𠮷野家')).not.toBe(units('𠀀野家'));
    expect(units('𠮷')).toBe(units('𠮷'));
  });
});
