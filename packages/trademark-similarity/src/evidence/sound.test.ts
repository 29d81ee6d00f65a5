import { describe, expect, it } from 'vitest';
import { readingOfText, soundEvidence } from './sound.ts';

const sound = (a: string, b: string) => soundEvidence(a.charCodeAt(0), b.charCodeAt(0));

describe('sound', () => {
  it.each([
    ['月', '岳', 'same', '读音相同（yuè）'],
    ['绣', '锈', 'same', '读音相同（xiù）'],
    ['妈', '马', 'tone', '读音仅声调不同（mā/mǎ）'],
    ['宁', '林', 'mixed', '读音相近（níng/lín，n、l 和前后鼻音不分）'],
    ['山', '三', 'mixed', '读音相近（shān/sān，平翘舌音不分）'],
    ['星', '新', 'mixed', '读音相近（xīng/xīn，前后鼻音不分）'],
    ['福', '湖', 'mixed', '读音相近（fú/hú，h、f 不分）'],
    ['女', '吕', 'mixed', '读音相近（nǚ/lǚ，n、l 不分）'],
  ])('of %s and %s is %s', (a, b, degree, zh) => {
    expect(sound(a, b)).toMatchObject({ degree, zh });
  });

  it('counts every reading of a character: 重 is chóng as well as zhòng', () => {
    expect(sound('重', '虫')).toMatchObject({ degree: 'same', reading: 'chóng' });
    expect(sound('重', '众')).toMatchObject({ degree: 'same', reading: 'zhòng' });
  });

  it('is told by the readings that are alike, not by the usual ones', () => {
    expect(sound('行', '夯')).toMatchObject({ degree: 'tone', reading: 'háng/hāng' });
    expect(sound('夯', '行')).toMatchObject({ degree: 'tone', reading: 'hāng/háng' });
  });

  it('leaves out readings hardly anybody uses, and sounds mixed up twice over', () => {
    expect(sound('泽', '是')).toBeUndefined();
    expect(sound('方', '寒')).toBeUndefined();
  });

  it('is not alike where nothing is, and unknown outside the tables', () => {
    expect(sound('锦', '山')).toBeUndefined();
    expect(sound('㐀', '山')).toBeUndefined();
    expect(readingOfText('锦绣')).toBe('jǐn xiù');
    expect(readingOfText('锦㐀')).toBeUndefined();
  });
});
