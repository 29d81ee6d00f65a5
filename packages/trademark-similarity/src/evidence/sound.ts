import { foldSyllable, readingOf, readingsOf, soundDegree } from '../signs/readings.ts';
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

const bare = (reading: string): string => reading.normalize('NFD').replace(/[\u0300-\u0304\u030c]/g, '');

/**
 * The readings by which two characters sound alike: 苹 is píng, but it is as pēng that it sounds like 鹏. The usual ones where
 * they are alike already.
 */
function closestReadings(a: number, b: number, degree: number): readonly [string | undefined, string | undefined] {
  const usual = [readingOf(a, b), readingOf(b, a)] as const;
  if (degree === 0 || degree === 3 || usual[0] === undefined || usual[1] === undefined) return usual;
  const alike = (x: string, y: string): boolean =>
    degree === 2 ? bare(x) === bare(y) : foldSyllable(bare(x)) === foldSyllable(bare(y));
  if (alike(usual[0], usual[1])) return usual;
  for (const x of readingsOf(a)) for (const y of readingsOf(b)) if (alike(x, y)) return [x, y];
  return usual;
}

export function soundEvidence(a: number, b: number): SoundEvidence | undefined {
  const degree = soundDegree(a, b);
  const [first, second] = closestReadings(a, b, degree);
  if (degree === 0 || first === undefined || second === undefined) return undefined;
  if (degree === 3)
    return { degree: 'same', reading: first, zh: `读音相同（${first}）`, en: `sound the same (${first})` };
  const both = `${first}/${second}`;
  if (degree === 2)
    return { degree: 'tone', reading: both, zh: `读音仅声调不同（${both}）`, en: `differ in tone alone (${both})` };
  const mixed = mixUp(bare(first), bare(second));
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
