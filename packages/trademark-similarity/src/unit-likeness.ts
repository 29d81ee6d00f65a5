import { glyphOf, type SoundLikeness, soundOf } from './character-table.ts';
import { isHan } from './normalise-mark.ts';

/** Why two signs at the same place are taken for each other. */
export type Likeness = { readonly score: number; readonly by: 'same' | 'sound' | 'glyph' | 'number' | 'none' };

const SAME: Likeness = { score: 1, by: 'same' };
const NONE: Likeness = { score: 0, by: 'none' };
const SOUND: Readonly<Record<SoundLikeness, number>> = { same: 0.94, 'other-tone': 0.88, fuzzy: 0.76, none: 0 };
const GLYPH_WEIGHT = 0.95;
/** Below this, two characters do not look alike to anybody. */
const GLYPH_LEAST = 0.5;
/** Digits and what they are read as: 8 is 八, and stands for 发. */
const NUMBERS: Readonly<Record<string, string>> = {
  '0': '零〇',
  '1': '一壹幺',
  '2': '二贰两',
  '3': '三叁',
  '4': '四肆',
  '5': '五伍',
  '6': '六陆',
  '7': '七柒',
  '8': '八捌发',
  '9': '九玖久',
};
const LETTERS: ReadonlySet<string> = new Set([
  '0o',
  'o0',
  '1l',
  'l1',
  '1i',
  'i1',
  'il',
  'li',
  '5s',
  's5',
  'vu',
  'uv',
  'ck',
  'kc',
]);

function numberLikeness(a: number, b: number): Likeness {
  const [digit, other] = a < 0x3a ? [a, b] : [b, a];
  const read = NUMBERS[String.fromCharCode(digit)];
  return read?.includes(String.fromCharCode(other)) === true ? { score: 0.9, by: 'number' } : NONE;
}

const cache = new Map<number, Likeness>();
const MOST_CACHED = 200_000;

function compare(a: number, b: number): Likeness {
  if (!isHan(a) || !isHan(b)) {
    if (isHan(a) || isHan(b)) return numberLikeness(a, b);
    return LETTERS.has(String.fromCharCode(a, b)) ? { score: 0.8, by: 'glyph' } : NONE;
  }
  const sound = SOUND[soundOf(a, b)];
  const glyph = glyphOf(a, b);
  const look = glyph >= GLYPH_LEAST ? GLYPH_WEIGHT * glyph : 0;
  if (sound === 0 && look === 0) return NONE;
  return sound >= look ? { score: sound, by: 'sound' } : { score: look, by: 'glyph' };
}

/** How alike two signs of normalised marks are, 0–1, and in what. */
export function likenessOf(a: number, b: number): Likeness {
  if (a === b) return SAME;
  const key = a < b ? a * 65_536 + b : b * 65_536 + a;
  let known = cache.get(key);
  if (known === undefined) {
    known = compare(a, b);
    if (cache.size < MOST_CACHED) cache.set(key, known);
  }
  return known;
}
