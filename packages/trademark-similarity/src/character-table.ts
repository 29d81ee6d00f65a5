import nearGlyphs from './data/near-glyphs.json' with { type: 'json' };
import readings from './data/readings.json' with { type: 'json' };

/**
 * What is known of single characters, by code unit: readings in Mandarin and the characters that look alike.
 * Made by the scripts of this package from pinyin-pro (MIT), the IDS decompositions of yi-bai/ids (MIT), the near forms of
 * contr4l/SimilarCharacter (MIT) and rendered glyphs.
 */
const SLOTS = 3;
/** Up to three syllables with tone per character; 0 = none. */
const toned = new Uint16Array(65_536 * SLOTS);
/** The same without tone and with fuzzy initials and finals evened out. */
const fuzzy = new Uint16Array(65_536 * SLOTS);
/** The same without tone alone. */
const plain = new Uint16Array(65_536 * SLOTS);
export interface NearGlyph {
  readonly code: number;
  /** 0–1: 1 cannot be told apart. */
  readonly likeness: number;
}
const glyphs = new Map<number, readonly NearGlyph[]>();
const likenesses = new Map<number, number>();

/** Sounds that speakers of Mandarin mix up: flat and curled, front and back nasals, n and l, h and f. */
export const foldSyllable = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^l/, 'n')
    .replace(/^f/, 'h')
    .replace(/^hu(?=[aeo])/, 'h');

function put(table: Uint16Array, code: number, id: number): void {
  for (let slot = code * SLOTS; slot < code * SLOTS + SLOTS; slot++) {
    if (table[slot] === id) return;
    if (table[slot] === 0) {
      table[slot] = id;
      return;
    }
  }
}

const idOf = (ids: Map<string, number>, name: string): number => {
  let id = ids.get(name);
  if (id === undefined) {
    id = ids.size + 1;
    ids.set(name, id);
  }
  return id;
};

function load(): number {
  const tones = new Map<string, number>();
  const plains = new Map<string, number>();
  const folds = new Map<string, number>();
  for (const [syllable, characters] of Object.entries(readings)) {
    const bare = syllable.replace(/\d$/, '').replaceAll('ü', 'v');
    const ids = [idOf(tones, syllable), idOf(plains, bare), idOf(folds, foldSyllable(bare))] as const;
    for (let at = 0; at < characters.length; at++) {
      const code = characters.charCodeAt(at);
      put(toned, code, ids[0]);
      put(plain, code, ids[1]);
      put(fuzzy, code, ids[2]);
    }
  }
  for (const line of nearGlyphs) {
    const code = line.charCodeAt(0);
    const near: NearGlyph[] = [];
    for (let at = 1; at < line.length; at += 2) {
      const one = { code: line.charCodeAt(at), likeness: (line.charCodeAt(at + 1) - 48) / 10 };
      near.push(one);
      likenesses.set(code * 65_536 + one.code, one.likeness);
    }
    glyphs.set(code, near);
  }
  return folds.size;
}

/** How many folded syllables there are; their ids are 1 … this. */
export const FUZZY_SYLLABLES = load();

const NONE: readonly NearGlyph[] = [];
export const nearGlyphsOf = (code: number): readonly NearGlyph[] => glyphs.get(code) ?? NONE;

/** Folded syllables of a character, one for each different reading. */
export function fuzzySyllablesOf(code: number): number[] {
  const base = code * SLOTS;
  return [fuzzy[base], fuzzy[base + 1], fuzzy[base + 2]].filter((id): id is number => id !== undefined && id !== 0);
}

function share(table: Uint16Array, a: number, b: number): boolean {
  for (let i = a * SLOTS; i < a * SLOTS + SLOTS; i++) {
    const id = table[i];
    if (id === undefined || id === 0) return false;
    for (let j = b * SLOTS; j < b * SLOTS + SLOTS; j++) if (table[j] === id) return true;
  }
  return false;
}

export type SoundLikeness = 'same' | 'other-tone' | 'fuzzy' | 'none';

/** How alike two characters sound. */
export function soundOf(a: number, b: number): SoundLikeness {
  if (!share(fuzzy, a, b)) return 'none';
  if (share(toned, a, b)) return 'same';
  return share(plain, a, b) ? 'other-tone' : 'fuzzy';
}

/** How alike two characters look, 0–1. */
export const glyphOf = (a: number, b: number): number =>
  Math.max(likenesses.get(a * 65_536 + b) ?? 0, likenesses.get(b * 65_536 + a) ?? 0);
