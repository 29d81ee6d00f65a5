import { foldText } from '@jince/matching';
import { pinyin } from 'pinyin-pro';

/** Text as searched: width, case and traditional characters evened out, blanks dropped. */
export function foldForSearch(text: string): string {
  return foldText(text).toLowerCase().replace(/\s+/g, '');
}

const readings = new Map<string, string>();

function readingOf(character: string): string {
  let reading = readings.get(character);
  if (reading === undefined) {
    reading = /\p{Script=Han}/u.test(character)
      ? pinyin(character, { toneType: 'none' }).toLowerCase()
      : character.toLowerCase();
    readings.set(character, reading);
  }
  return reading;
}

/** Initials and full pinyin of a name by each character's most common reading: '吴江丝绸' → 'wjsc wujiangsichou'. */
export function pinyinOf(name: string): string {
  let initials = '';
  let full = '';
  for (const character of name) {
    const reading = readingOf(character);
    initials += reading[0] ?? '';
    full += reading;
  }
  return `${initials} ${full}`;
}
