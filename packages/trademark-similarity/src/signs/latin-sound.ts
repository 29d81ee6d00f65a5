import { isHan, isLatin } from '../text/normalise-mark.ts';
import { readings } from './readings.ts';

/** Spellings of the same sound in brands, longest first; an own short list for names that are no words of one language. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/ph/g, 'f'],
  [/gh|wh/g, 'g'],
  [/ck|q|kh/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/th/g, 't'],
  [/(?<=.)h/g, ''],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
];

/** How a Latin word sounds, roughly: spellings evened out, vowels beyond the first sound left out. */
export function soundOfWord(word: string): string {
  let sound = word;
  for (const [spelling, to] of SPELLINGS) sound = sound.replace(spelling, to);
  return sound.charAt(0) + sound.slice(1).replace(/[aeiouy]+/g, '');
}

/** Two Latin words that are said alike though spelt differently. */
export const soundsLikeWord = (a: string, b: string): boolean =>
  a !== b && a.length > 2 && b.length > 2 && soundOfWord(a) === soundOfWord(b);

/** How a whole mark is read in letters: Pinyin without tones for characters, letters as they are; empty if a sign has no reading. */
export function lettersOf(units: ArrayLike<number>, start = 0, end = units.length): string {
  let read = '';
  for (let at = start; at < end; at++) {
    const code = units[at] as number;
    const syllable = isHan(code) ? readings.syllableOf(code) : isLatin(code) ? String.fromCharCode(code) : '';
    if (syllable === '') return '';
    read += syllable;
  }
  return read;
}

/** FNV-1a of a reading; never 0, which stands for none. */
export function hashOf(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}
