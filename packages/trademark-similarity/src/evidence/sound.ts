import { readingOf, soundDegree, syllableOf } from '../signs/readings.ts';
import type { Said } from './say.ts';

/** How two characters sound, in words; undefined where they do not sound alike. */
export interface SoundEvidence extends Said {
  readonly degree: 'same' | 'tone' | 'mixed';
  readonly reading: string;
}

/** Which sounds are mixed up between two syllables that are not the same. */
function mixUp(a: string, b: string): Said {
  const [x, y] = [a.replace(/ng$/, 'n'), b.replace(/ng$/, 'n')];
  if (x === y) return { zh: '前后鼻音不分', en: 'front and back nasal ending' };
  if (x.replace(/^([zcs])h/, '$1') === y.replace(/^([zcs])h/, '$1'))
    return { zh: '平翘舌音不分', en: 'flat and curled initial' };
  if (/^[nl]/.test(x) && /^[nl]/.test(y)) return { zh: 'n、l 不分', en: 'n and l' };
  if (/^[hf]/.test(x) && /^[hf]/.test(y)) return { zh: 'h、f 不分', en: 'h and f' };
  return { zh: '声母或韵母相近', en: 'close initial or ending' };
}

export function soundEvidence(a: number, b: number): SoundEvidence | undefined {
  const degree = soundDegree(a, b);
  const [first, second] = [readingOf(a, b), readingOf(b, a)];
  if (degree === 0 || first === undefined || second === undefined) return undefined;
  if (degree === 3)
    return { degree: 'same', reading: first, zh: `读音相同（${first}）`, en: `sound the same (${first})` };
  const both = `${first}/${second}`;
  if (degree === 2)
    return { degree: 'tone', reading: both, zh: `读音仅声调不同（${both}）`, en: `differ in tone alone (${both})` };
  const mixed = mixUp(syllableOf(a), syllableOf(b));
  return {
    degree: 'mixed',
    reading: both,
    zh: `读音相近（${both}，${mixed.zh}）`,
    en: `sound close (${both}: ${mixed.en})`,
  };
}

/** How a text is read in Pinyin; undefined if a sign has no reading. */
export function readingOfText(text: string): string | undefined {
  const readings = Array.from(text, (sign) => readingOf(sign.charCodeAt(0)));
  return readings.includes(undefined) ? undefined : readings.join(' ');
}
