/** Words that do not set a mark apart, of one kind. */
export interface WeakWords {
  readonly kind: WeakKind;
  readonly words: readonly string[];
}
/** Place name, generic name of goods, praise or description, what stands before or after a name, legal form. */
export type WeakKind = 'place' | 'goods' | 'quality' | 'prefix' | 'suffix' | 'form';

/** How weak a sign of a mark is: not at all, part of a word that sets little apart (新, 坊), or of one that says place, goods or legal form. */
export const WEAKNESS = { none: 0, slight: 1, generic: 2 } as const;
const weaknessOf = (kind: WeakKind): number =>
  kind === 'place' || kind === 'goods' || kind === 'form' ? WEAKNESS.generic : WEAKNESS.slight;

/** So much of a mark always stays distinctive: 老王 is not only weak words, it is a mark. */
const LEAST_SIGNS = 2;

/** Weak words of some lists, found at the edges of a mark; what stands between them is its distinctive part. */
export class WeakWordList {
  readonly #words = new Map<string, WeakKind>();
  readonly #longest: number;

  constructor(lists: readonly WeakWords[]) {
    for (const { kind, words } of lists) for (const word of words) this.#words.set(word, kind);
    this.#longest = Math.max(0, ...Array.from(this.#words.keys(), (word) => word.length));
  }

  kindOf(word: string): WeakKind | undefined {
    return this.#words.get(word);
  }

  /** Sets its {@link WEAKNESS} beside each sign from `start` to `end`. */
  mark(units: Uint16Array, start: number, end: number, into: Uint8Array): void {
    const text = String.fromCharCode(...units.subarray(start, end));
    into.fill(WEAKNESS.none, start, end);
    const put = (at: number, length: number): void => {
      const kind = this.#words.get(text.slice(at, at + length)) as WeakKind;
      into.fill(weaknessOf(kind), start + at, start + at + length);
    };
    let [from, to] = [0, text.length];
    for (let length = this.#longest; length > 0; ) {
      length = Math.min(length, to - from - LEAST_SIGNS);
      if (length <= 0) break;
      const before = this.#weakAt(text.slice(from, from + length), 'suffix');
      const after = this.#weakAt(text.slice(to - length, to), 'prefix');
      // Where only one of two can go it is the later one, unless a weak word alone would be left: 太湖雪, not 雪蚕丝.
      const either = before && after && to - from - 2 * length < LEAST_SIGNS;
      if (before && !(either && this.kindOf(text.slice(from, to - length)) === undefined)) {
        put(from, length);
        from += length;
      } else if (after) {
        to -= length;
        put(to, length);
      } else {
        length--;
        continue;
      }
      length = this.#longest;
    }
  }

  /** Whether a word is weak where it stands; words of one kind are weak only at the other edge. */
  #weakAt(word: string, not: 'prefix' | 'suffix'): boolean {
    const kind = this.#words.get(word);
    if (kind === undefined || kind === not) return false;
    return not === 'prefix' || (kind !== 'form' && kind !== 'goods');
  }
}
