import { normaliseMark, textOf } from '../text/normalise-mark.ts';

/** Words of one meaning: 苹果 and APPLE; synonyms stand in the same language, translations in another. */
export interface SenseGroup {
  readonly words: readonly string[];
}

export interface SenseMatch {
  readonly units: Uint16Array;
  readonly kind: 'translation' | 'synonym';
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Finds words of the same meaning. */
export class SenseDictionary {
  readonly #groups = new Map<string, Set<string>>();

  constructor(groups: readonly SenseGroup[]) {
    for (const { words } of groups) {
      const folded = words.map((word) => textOf(normaliseMark(word).units)).filter((word) => word !== '');
      for (const word of folded) {
        const known = this.#groups.get(word) ?? new Set();
        for (const other of folded) if (other !== word) known.add(other);
        this.#groups.set(word, known);
      }
    }
  }

  get size(): number {
    return this.#groups.size;
  }

  /** Words that mean the same as a whole text of normalised signs. */
  sameAs(text: string): SenseMatch[] {
    return Array.from(this.#groups.get(text) ?? [], (word) => ({
      units: normaliseMark(word).units,
      kind: hasHan(word) === hasHan(text) ? 'synonym' : 'translation',
    }));
  }

  /** How two texts of normalised signs mean the same, if they do. */
  relation(a: string, b: string): SenseMatch['kind'] | undefined {
    if (this.#groups.get(a)?.has(b) !== true) return undefined;
    return hasHan(a) === hasHan(b) ? 'synonym' : 'translation';
  }
}
