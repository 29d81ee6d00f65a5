// Made by the scripts of this package: a character with those that look most like it in print; a Mandarin syllable
// without tone with the GB 2312 characters read so.
import lookAlikes from '../data/look-alikes.json' with { type: 'json' };
import syllables from '../data/syllables.json' with { type: 'json' };

export type Nearness = 'sound' | 'shape' | 'contrast' | 'none';

/** Up to three readings per character, folded (zh→z, ch→c, sh→s, ng→n, l→n, f→h is not folded). 0 = none. */
const readings = new Uint16Array(65536 * 3);
const shapes = new Map<number, string>();
/** Characters that tell sister firms apart: numerals, directions, sizes. Swapping two of one set is never a slip. */
const contrasts = new Uint8Array(65536);

loadReadings();
for (const word of lookAlikes) shapes.set(word.charCodeAt(0), word.slice(1));
[
  '一二三四五六七八九十百千0123456789',
  '东西南北中',
  '上下',
  '大小',
  '新老旧',
  '男女',
  '前后',
  '左右',
  '春夏秋冬',
  '甲乙丙丁',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
].forEach((set, index) => {
  for (const character of set) contrasts[character.charCodeAt(0)] = index + 1;
});

function loadReadings(): void {
  const folded = new Map<string, number>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    const plain = syllable
      .replace(/^([zcs])h/, '$1')
      .replace(/ng$/, 'n')
      .replace(/^l/, 'n');
    let id = folded.get(plain);
    if (id === undefined) {
      id = folded.size + 1;
      folded.set(plain, id);
    }
    for (let i = 0; i < characters.length; i++) {
      const base = characters.charCodeAt(i) * 3;
      for (let slot = base; slot < base + 3; slot++) {
        if (readings[slot] === id) break;
        if (readings[slot] === 0) {
          readings[slot] = id;
          break;
        }
      }
    }
  }
}

/** How one character may be mistaken for another: by sound, by shape, not at all, or a contrast that means another firm. */
export function nearnessOf(a: number, b: number): Nearness {
  if (contrasts[a] !== 0 && contrasts[a] === contrasts[b]) return 'contrast';
  if (shapes.get(a)?.includes(String.fromCharCode(b)) || shapes.get(b)?.includes(String.fromCharCode(a)))
    return 'shape';
  for (let i = a * 3; i < a * 3 + 3; i++) {
    if (readings[i] === 0) break;
    for (let j = b * 3; j < b * 3 + 3; j++) if (readings[j] !== 0 && readings[j] === readings[i]) return 'sound';
  }
  return 'none';
}

/** 第 */
const ORDINAL = 0x7b2c;

/** Does leaving this character out make another firm (第二, 新, 东)? */
export function isContrast(code: number): boolean {
  return contrasts[code] !== 0 || code === ORDINAL;
}
