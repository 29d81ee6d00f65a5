import { areMixedUp, readings } from '../signs/readings.ts';
import type { Said } from './say.ts';

/** How two characters sound, in words; undefined where they do not sound alike. */
export interface SoundEvidence extends Said {
  readonly degree: 'same' | 'tone' | 'mixed';
  readonly reading: string;
}

/** Which sounds are mixed up between two syllables that are not the same. */
function mixUp(a: string, b: string): Said {
  const differ = (part: RegExp): boolean => part.exec(a)?.[0] !== part.exec(b)?.[0];
  const both = (start: RegExp): boolean => start.test(a) && start.test(b) && differ(/^./);
  const mixed = [
    ...(both(/^[nl]/) ? [{ zh: 'n、l', en: 'n and l' }] : []),
    ...(both(/^[hf]/) ? [{ zh: 'h、f', en: 'h and f' }] : []),
    ...(differ(/^[zcs]h/) ? [{ zh: '平翘舌音', en: 'flat and curled initial' }] : []),
    ...(differ(/ng$/) ? [{ zh: '前后鼻音', en: 'front and back nasal ending' }] : []),
  ];
  const names = mixed
    .map(({ zh }) => zh)
    .join('和')
    .replace(/([lf])和/, '$1 和');
  return { zh: `${names}${/[lf]$/.test(names) ? ' ' : ''}不分`, en: mixed.map(({ en }) => en).join(', ') };
}

const bare = (reading: string): string => reading.normalize('NFD').replace(/[\u0300-\u0304\u030c]/g, '');

/**
 * The readings by which two characters sound alike: 行 is xíng, but it is as háng that it sounds like 夯. The usual ones where
 * they are alike already.
 */
function closestReadings(a: number, b: number, degree: number): readonly [string | undefined, string | undefined] {
  const usual = [readings.readingOf(a, b), readings.readingOf(b, a)] as const;
  if (degree === 0 || degree === 3 || usual[0] === undefined || usual[1] === undefined) return usual;
  const alike = (x: string, y: string): boolean => (degree === 2 ? bare(x) === bare(y) : areMixedUp(bare(x), bare(y)));
  if (alike(usual[0], usual[1])) return usual;
  for (const x of readings.readingsOf(a)) for (const y of readings.readingsOf(b)) if (alike(x, y)) return [x, y];
  return usual;
}

export function soundEvidence(a: number, b: number): SoundEvidence | undefined {
  const degree = readings.degree(a, b);
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
  const said = Array.from(text, (sign) => readings.readingOf(sign.charCodeAt(0)));
  return said.includes(undefined) ? undefined : said.join(' ');
}
