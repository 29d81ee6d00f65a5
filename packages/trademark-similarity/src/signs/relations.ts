import { isDigit, isHan, isLatin } from '../text/normalise-mark.ts';
import type { GlyphTable } from './glyphs.ts';
import type { ReadingTable } from './readings.ts';

/**
 * How one sign is related to another, as a small number that tables are indexed by: 0 not at all, 1 the same,
 * 2 + 6 × sound degree + glyph degree for two characters, then the kinds of digits and letters.
 */
export type Relation = number;
export const OTHER = 0;
export const SAME = 1;
const HAN = 2;
export const READ_DIGIT = 26;
export const LUCKY_DIGIT = 27;
export const LOOKS_LETTER = 28;
export const SOUNDS_LETTER = 29;
export const VOWEL = 30;
/** Two letters that have nothing in common. */
export const LETTER = 31;
export const RELATIONS = 32;

export const soundOfRelation = (relation: Relation): number =>
  relation >= HAN && relation < READ_DIGIT ? Math.floor((relation - HAN) / 6) : 0;
export const glyphOfRelation = (relation: Relation): number =>
  relation >= HAN && relation < READ_DIGIT ? (relation - HAN) % 6 : 0;

/** What digits are read as: 8 is 八, and stands for 发. */
const READ = ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const LUCKY = ['', '要', '爱', '生', '世', '我', '禄顺', '气起', '发', '久就'];
const LOOK = ['0o', '1l', '1i', 'il', '5s', 'uv', 'mn', 'vw', '2z', '8b', '6b', '9g', 'gq', 'hn', 'cg', 'ej'];
const SOUND = ['ck', 'sz', 'iy', 'vw', 'fv', 'bp', 'dt', 'gj', 'gk', 'cs', 'kq', 'xs', 'jz', 'lr', 'mn'];
const VOWELS = 'aeiouy';

const letters = new Map<number, Relation>();
const pairKey = (a: number, b: number): number => (a < b ? a * 65_536 + b : b * 65_536 + a);
for (const a of VOWELS)
  for (const b of VOWELS) if (a !== b) letters.set(pairKey(a.charCodeAt(0), b.charCodeAt(0)), VOWEL);
for (const [pairs, relation] of [
  [SOUND, SOUNDS_LETTER],
  [LOOK, LOOKS_LETTER],
] as const)
  for (const pair of pairs) letters.set(pairKey(pair.charCodeAt(0), pair.charCodeAt(1)), relation);

const digits = new Map<number, Relation>();
for (const [table, relation] of [
  [READ, READ_DIGIT],
  [LUCKY, LUCKY_DIGIT],
] as const)
  for (const [digit, signs] of table.entries())
    for (const sign of signs) digits.set(pairKey(0x30 + digit, sign.charCodeAt(0)), relation);

/** Signs related to one, itself first, with their relations. */
export interface Related {
  readonly codes: Uint16Array;
  readonly relations: Uint8Array;
}

/** How signs are related by one edition of the tables of characters. */
export class SignRelations {
  readonly #glyphs: GlyphTable;
  readonly #readings: ReadingTable;
  readonly #known = new Map<number, Related>();

  constructor(glyphTable: GlyphTable, readingTable: ReadingTable) {
    this.#glyphs = glyphTable;
    this.#readings = readingTable;
  }

  /** How two signs of normalised marks are related; symmetric. */
  relationOf(a: number, b: number): Relation {
    if (a === b) return SAME;
    if (isHan(a) && isHan(b)) {
      const [sound, glyph] = [this.#readings.degree(a, b), this.#glyphs.degree(a, b)];
      return sound === 0 && glyph === 0 ? OTHER : HAN + 6 * sound + glyph;
    }
    if (isHan(a) || isHan(b)) return digits.get(pairKey(a, b)) ?? OTHER;
    return letters.get(pairKey(a, b)) ?? (isLatin(a) && isLatin(b) ? LETTER : OTHER);
  }

  relatedTo(code: number): Related {
    let related = this.#known.get(code);
    if (related === undefined) {
      related = this.#collect(code);
      this.#known.set(code, related);
    }
    return related;
  }

  #collect(code: number): Related {
    const codes = new Set<number>([code]);
    if (isHan(code)) {
      for (const { code: other } of this.#glyphs.near(code)) codes.add(other);
      for (const other of this.#readings.heardAs(code)) codes.add(other);
      for (let digit = 0x30; digit <= 0x39; digit++) if (digits.has(pairKey(digit, code))) codes.add(digit);
    } else if (isDigit(code)) {
      for (const sign of `${READ[code - 0x30]}${LUCKY[code - 0x30]}`) codes.add(sign.charCodeAt(0));
      for (let letter = 0x61; letter <= 0x7a; letter++) if (letters.has(pairKey(letter, code))) codes.add(letter);
    } else if (isLatin(code)) {
      for (let digit = 0x30; digit <= 0x39; digit++) if (letters.has(pairKey(digit, code))) codes.add(digit);
      for (let letter = 0x61; letter <= 0x7a; letter++) codes.add(letter);
    }
    const list = [...codes];
    return {
      codes: Uint16Array.from(list),
      relations: Uint8Array.from(list, (other) => this.relationOf(code, other)),
    };
  }
}
