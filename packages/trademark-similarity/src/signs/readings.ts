import lines from '../data/readings.json' with { type: 'json' };

/** Up to three syllables per character, the usual one first; 0 = none. */
const SLOTS = 3;

/**
 * Sounds that speakers of Mandarin mix up: flat and curled, front and back nasals, n and l, which go together; h and f, which
 * count alone: who says shan for shang does not at once say fan for huang.
 */
const MIXED_UP: readonly ((syllable: string) => string)[] = [
  (syllable) =>
    syllable
      .replace(/^([zcs])h/, '$1')
      .replace(/ng$/, 'n')
      .replace(/^l/, 'n'),
  (syllable) => syllable.replace(/^f/, 'h').replace(/^hu(?=[aeo])/, 'h'),
];
/** All of them at once, as models before 2026-11-23.3 took them. */
export const MIXED_AT_ONCE: typeof MIXED_UP = [(syllable) => MIXED_UP.reduce((mixed, mix) => mix(mixed), syllable)];
/** Whether two syllables are said alike by speakers who mix up sounds. */
export const areMixedUp = (a: string, b: string): boolean => MIXED_UP.some((mix) => mix(a) === mix(b));

/** Names of syllables or classes of them, by small numbers, for each character. */
class Syllables {
  readonly names: string[] = [''];
  readonly #ids = new Map<string, number>();
  readonly #slots = new Uint16Array(65_536 * SLOTS);
  readonly #of: (syllable: string) => string;

  constructor(of: (syllable: string) => string) {
    this.#of = of;
  }

  /** @returns the number of the class, undefined where the character had it already */
  put(code: number, syllable: string): number | undefined {
    const name = this.#of(syllable);
    const id = this.#ids.get(name) ?? this.names.push(name) - 1;
    this.#ids.set(name, id);
    for (let slot = code * SLOTS; slot < code * SLOTS + SLOTS; slot++) {
      if (this.#slots[slot] === id) return undefined;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = id;
      return id;
    }
    return undefined;
  }

  /** Number of a character's first, second or third class; 0 = none. */
  id(code: number, slot: number): number {
    return this.#slots[code * SLOTS + slot] as number;
  }

  share(a: number, b: number): boolean {
    for (let i = a * SLOTS; i < a * SLOTS + SLOTS; i++) {
      const id = this.#slots[i] as number;
      if (id === 0) return false;
      for (let j = b * SLOTS; j < b * SLOTS + SLOTS; j++) if (this.#slots[j] === id) return true;
    }
    return false;
  }
}

/** 0 none, 1 mixed up by many speakers, 2 same syllable in another tone, 3 same syllable and tone. */
export type SoundDegree = 0 | 1 | 2 | 3;
const bareOf = (syllable: string): string => syllable.slice(0, -1).replaceAll('ü', 'v');

/** Mandarin readings of single characters, by code unit (pinyin-pro, MIT; written by scripts/make-readings.mjs). */
export class ReadingTable {
  readonly #toned = new Syllables((syllable) => syllable);
  readonly #plain = new Syllables(bareOf);
  readonly #mixed: readonly Syllables[];
  /** Characters of each class of mixed-up sounds. */
  readonly #heard: readonly (number[] | undefined)[][];

  /** @param lines a character and its syllables with tone numbers: 重zhong4 chong2 */
  constructor(lines: readonly string[], mixing = MIXED_UP) {
    this.#mixed = mixing.map((mix) => new Syllables((syllable) => mix(bareOf(syllable))));
    const heard = mixing.map((): number[][] => []);
    for (const line of lines) {
      const code = line.charCodeAt(0);
      for (const syllable of line.slice(1).split(' ')) {
        this.#toned.put(code, syllable);
        this.#plain.put(code, syllable);
        for (const [at, table] of this.#mixed.entries()) {
          const id = table.put(code, syllable);
          if (id === undefined) continue;
          const list = (heard[at] as number[][])[id];
          if (list === undefined) (heard[at] as number[][])[id] = [code];
          else list.push(code);
        }
      }
    }
    this.#heard = heard;
  }

  /** How alike two characters sound, over all their readings. */
  degree(a: number, b: number): SoundDegree {
    if (!this.#mixed.some((table) => table.share(a, b))) return 0;
    if (this.#toned.share(a, b)) return 3;
    return this.#plain.share(a, b) ? 2 : 1;
  }

  /** Characters that may be taken for one by ear, itself included; each once. */
  heardAs(code: number): readonly number[] {
    const all = new Set<number>();
    for (const [at, table] of this.#mixed.entries())
      for (let slot = 0; slot < SLOTS; slot++)
        for (const other of this.#heard[at]?.[table.id(code, slot)] ?? []) all.add(other);
    return [...all];
  }

  /**
   * The reading of a character as written in Pinyin; of several the one it shares with another character, if it shares one.
   * @returns undefined where the table knows no reading
   */
  readingOf(code: number, as?: number): string | undefined {
    let id = this.#toned.id(code, 0);
    if (id === 0) return undefined;
    if (as !== undefined)
      for (let slot = SLOTS - 1; slot >= 0; slot--) {
        const own = this.#toned.id(code, slot);
        if (own !== 0 && [0, 1, 2].some((other) => this.#toned.id(as, other) === own)) id = own;
      }
    return withToneMark(this.#toned.names[id] as string);
  }

  /** Every reading of a character as written in Pinyin, the usual one first. */
  readingsOf(code: number): string[] {
    const ids = [0, 1, 2].map((slot) => this.#toned.id(code, slot)).filter((id) => id !== 0);
    return ids.map((id) => withToneMark(this.#toned.names[id] as string));
  }

  /** The usual reading without tone, ü as v; empty where there is none. */
  syllableOf(code: number): string {
    return this.#plain.names[this.#plain.id(code, 0)] as string;
  }
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

export const readings = new ReadingTable(lines);
