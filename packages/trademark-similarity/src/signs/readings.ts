import lines from '../data/readings.json' with { type: 'json' };

/** Mandarin readings of single characters, by code unit (pinyin-pro, MIT; written by scripts/make-readings.mjs). */
const SLOTS = 3;
/** Up to three syllables per character, the usual one first; 0 = none. */
const toned = new Uint16Array(65_536 * SLOTS);
const plain = new Uint16Array(65_536 * SLOTS);
const folded = new Uint16Array(65_536 * SLOTS);
const tonedNames: string[] = [''];
const plainNames: string[] = [''];
/** Characters of each folded syllable. */
const homophones: number[][] = [[]];

/** Sounds that speakers of Mandarin mix up: flat and curled, front and back nasals, n and l, h and f. */
export const foldSyllable = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^l/, 'n')
    .replace(/^f/, 'h')
    .replace(/^hu(?=[aeo])/, 'h');

function idOf(ids: Map<string, number>, name: string, names?: string[]): number {
  let id = ids.get(name);
  if (id === undefined) {
    id = ids.size + 1;
    ids.set(name, id);
    names?.push(name);
  }
  return id;
}

function put(table: Uint16Array, code: number, id: number): boolean {
  for (let slot = code * SLOTS; slot < code * SLOTS + SLOTS; slot++) {
    if (table[slot] === id) return false;
    if (table[slot] === 0) {
      table[slot] = id;
      return true;
    }
  }
  return false;
}

function load(): void {
  const [tones, plains, folds] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const line of lines) {
    const code = line.charCodeAt(0);
    for (const syllable of line.slice(1).split(' ')) {
      const bare = syllable.slice(0, -1).replaceAll('ü', 'v');
      put(toned, code, idOf(tones, syllable, tonedNames));
      put(plain, code, idOf(plains, bare, plainNames));
      const fold = idOf(folds, foldSyllable(bare));
      homophones[fold] ??= [];
      if (put(folded, code, fold)) homophones[fold].push(code);
    }
  }
}
load();

/** 0 none, 1 mixed up by many speakers, 2 same syllable in another tone, 3 same syllable and tone. */
export type SoundDegree = 0 | 1 | 2 | 3;

function share(table: Uint16Array, a: number, b: number): boolean {
  for (let i = a * SLOTS; i < a * SLOTS + SLOTS; i++) {
    const id = table[i] as number;
    if (id === 0) return false;
    for (let j = b * SLOTS; j < b * SLOTS + SLOTS; j++) if (table[j] === id) return true;
  }
  return false;
}

/** How alike two characters sound, over all their readings. */
export function soundDegree(a: number, b: number): SoundDegree {
  if (!share(folded, a, b)) return 0;
  if (share(toned, a, b)) return 3;
  return share(plain, a, b) ? 2 : 1;
}

/** Characters that may be taken for one by ear, itself included; each once. */
export function heardAs(code: number): readonly number[] {
  const all = new Set<number>();
  for (let slot = code * SLOTS; slot < code * SLOTS + SLOTS; slot++)
    for (const other of homophones[folded[slot] as number] ?? []) all.add(other);
  return [...all];
}

const MARKS: Readonly<Record<string, string>> = { a: 'āáǎà', e: 'ēéěè', i: 'īíǐì', o: 'ōóǒò', u: 'ūúǔù', ü: 'ǖǘǚǜ' };

/** `lan2` → lán. */
function withToneMark(syllable: string): string {
  const tone = Number(syllable.slice(-1));
  const bare = syllable.slice(0, -1);
  if (tone < 1 || tone > 4) return bare;
  const at = /[ae]/.test(bare)
    ? bare.search(/[ae]/)
    : bare.includes('ou')
      ? bare.indexOf('o')
      : bare.search(/[aeiouü](?!.*[aeiouü])/);
  const vowel = bare.charAt(at);
  return bare.slice(0, at) + (MARKS[vowel]?.charAt(tone - 1) ?? vowel) + bare.slice(at + 1);
}

/**
 * The reading of a character as written in Pinyin; of several the one it shares with another character, if it shares one.
 * @returns undefined where the tables know no reading
 */
export function readingOf(code: number, as?: number): string | undefined {
  const base = code * SLOTS;
  let id = toned[base] as number;
  if (id === 0) return undefined;
  if (as !== undefined)
    for (let slot = base + SLOTS - 1; slot >= base; slot--) {
      const own = toned[slot] as number;
      if (own !== 0 && [0, 1, 2].some((other) => toned[as * SLOTS + other] === own)) id = own;
    }
  return withToneMark(tonedNames[id] as string);
}

/** Every reading of a character as written in Pinyin, the usual one first. */
export function readingsOf(code: number): string[] {
  const ids = [...toned.subarray(code * SLOTS, code * SLOTS + SLOTS)].filter((id) => id !== 0);
  return ids.map((id) => withToneMark(tonedNames[id] as string));
}

/** The usual reading without tone, ü as v; empty where there is none. */
export const syllableOf = (code: number): string => plainNames[plain[code * SLOTS] as number] as string;
