import { compareMarks } from '../compare/compare-marks.ts';
import type { Level } from '../compare/model.ts';
import { listVariants } from '../compare/variants.ts';
import { currentModel } from '../models/index.ts';
import { MarkIndex, type MarkIndexOptions } from '../search/mark-index.ts';
import { standardSenses } from '../sense/standard-senses.ts';
import { isHan, normaliseMark, normaliseText, textOf } from '../text/normalise-mark.ts';
import { standardWeakWordList } from '../weak/standard-weak-words.ts';
import { buildPostings, enough, type FormPostings, type ScanForm } from './form-postings.ts';

/** A mark met inside a text. */
export interface ScannedMark {
  /** Place of the mark. */
  readonly at: number;
  /** The signs of the text that stand for it. */
  readonly found: string;
  readonly score: number;
  readonly level: Exclude<Level, 'far'>;
}

/** A text of more signs is looked at so far; titles and names are shorter. */
const MOST_SIGNS = 400;
const MOST_TOKENS = 60;
const LEAST_LETTERS = 3;
const MOST_OF_A_NAME = 8;
const KEPT = 40_000;
/** Signs looked at together; stretches overlap by as many as the longest form that is looked for. */
const STRETCH = 64;
const OVERLAP = 16;
/** Diagonals of one stretch; where very many marks share its signs the last ones are let go. */
const SLOTS = 1 << 17;
const MOST_SLOTS = 100_000;
const SHIFT = 512;
const TOKEN = /[a-z][a-z0-9]*/g;

/** A map that forgets everything when it is full: what comes again is soon known again, and memory stays flat. */
class Remembered<T> {
  #known = new Map<string, T>();
  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= KEPT) this.#known = new Map();
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}

/**
 * Looks for a few thousand marks inside many longer texts: titles of listings, names of companies. Where signs of a mark, or signs that look
 * or sound like them, stand in a row, the stretch is compared with the mark exactly as two marks are; words in letters are looked up whole.
 * What it does not see: a mark with foreign signs strewn between two of its signs, or its signs in another order; {@link MarkScanner.nameHits}
 * sees both, for fields that hold a name alone. Memory does not grow with the texts. Not for several threads.
 */
export class MarkScanner {
  readonly #names: readonly string[];
  readonly #index: MarkIndex;
  readonly #forms: readonly ScanForm[];
  readonly #needed: Uint16Array;
  readonly #postings: FormPostings;
  readonly #options: MarkIndexOptions;
  readonly #keys = new Int32Array(SLOTS);
  readonly #points = new Uint16Array(SLOTS);
  readonly #stamps = new Uint32Array(SLOTS);
  #stamp = 0;
  #used = 0;
  readonly #compared = new Remembered<{ score: number; level: Level }>();
  readonly #tokens = new Remembered<readonly ScannedMark[]>();

  /** @param names marks in the order of their places */
  constructor(names: readonly string[], options: MarkIndexOptions = {}) {
    this.#names = names;
    this.#options = options;
    this.#index = new MarkIndex(names, options);
    this.#forms = names.flatMap((name, at) => this.#formsOf(name, at));
    this.#needed = Uint16Array.from(this.#forms, enough);
    this.#postings = buildPostings(this.#forms);
  }

  /** Version of the model that judges. */
  get model(): string {
    return (this.#options.model ?? currentModel()).version;
  }

  /** What sets a mark apart, as it is written, with characters split or joined, and as a word of the same sense; letters alone are looked up as words. */
  #formsOf(name: string, at: number): ScanForm[] {
    const { units } = normaliseMark(name);
    const weak = new Uint8Array(units.length);
    (this.#options.weakWords ?? standardWeakWordList()).mark(units, 0, units.length, weak);
    const core = units.filter((_, place) => weak[place] === 0);
    const own = (core.length >= 2 ? core : units).slice(0, OVERLAP);
    if (own.length < 2 || !own.some(isHan)) return [];
    const others = listVariants(own, core, this.#options.senses ?? standardSenses())
      .filter((one) => one.units.length >= 2 && one.units.some(isHan))
      .map((one): ScanForm => ({ at, units: one.units, exact: true }));
    return [{ at, units: own, exact: false }, ...others];
  }

  /** Marks a longer text holds, each once, the closest stretch of each. */
  scan(text: string): ScannedMark[] {
    const { units, letters } = normaliseText(text, MOST_SIGNS);
    const best = new Map<number, ScannedMark>();
    const offer = (one: ScannedMark): void => {
      const known = best.get(one.at);
      if (known === undefined || one.score > known.score) best.set(one.at, one);
    };
    for (let from = 0; from === 0 || from + OVERLAP < units.length; from += STRETCH - OVERLAP)
      this.#scanSigns(units.subarray(from, from + STRETCH), offer);
    for (const token of listTokens(letters)) for (const one of this.nameHits(token)) offer(one);
    return [...best.values()].sort((a, b) => b.score - a.score || a.at - b.at);
  }

  /** Marks like a short text that is a name by itself: brand field, company name, label of a domain. */
  nameHits(text: string): readonly ScannedMark[] {
    return this.#tokens.get(text, () =>
      this.#index
        .search(text, MOST_OF_A_NAME)
        .map(({ at, score, level }) => ({ at, score, level: level as ScannedMark['level'], found: text })),
    );
  }

  #scanSigns(units: Uint16Array, offer: (one: ScannedMark) => void): void {
    const { starts, forms, places, worths } = this.#postings;
    if (++this.#stamp > 0xffff_fff0) {
      this.#stamps.fill(0);
      this.#stamp = 1;
    }
    this.#used = 0;
    for (let sign = 0; sign < units.length; sign++) {
      const code = units[sign] as number;
      const end = starts[code + 1] as number;
      for (let at = starts[code] as number; at < end; at++) {
        const form = forms[at] as number;
        const from = sign - (places[at] as number);
        if (from < 0) continue;
        const points = this.#give(form * SHIFT + from, worths[at] as number);
        // Crossing is looked at once: more points only make the same stretch better.
        const needed = this.#needed[form] as number;
        if (points >= needed && points - (worths[at] as number) < needed) this.#judge(units, form, from, offer);
      }
    }
  }

  #give(key: number, worth: number): number {
    let slot = Math.imul(key, 0x9e3779b1) >>> 15;
    while (this.#stamps[slot] === this.#stamp && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    const known = this.#stamps[slot] === this.#stamp;
    if (!known && ++this.#used > MOST_SLOTS) return 0;
    const points = known ? (this.#points[slot] as number) + worth : worth;
    this.#stamps[slot] = this.#stamp;
    this.#keys[slot] = key;
    this.#points[slot] = points;
    return points;
  }

  #judge(units: Uint16Array, form: number, from: number, offer: (one: ScannedMark) => void): void {
    const { at, units: signs } = this.#forms[form] as ScanForm;
    const found = textOf(units.subarray(from, from + signs.length));
    const own = this.#forms[form]?.exact === false;
    const { score, level } = this.#compared.get(`${form}|${found}`, () => {
      const mark = own ? textOf(signs) : (this.#names[at] as string);
      const compared = compareMarks(found, mark, this.#options);
      return { score: compared.score, level: compared.level };
    });
    if (level !== 'far') offer({ at, found, score, level });
  }
}

/** Words in letters of a text, and neighbours joined: JIN XIU is read as one name, too. */
function listTokens(letters: string): Set<string> {
  const tokens = new Set<string>();
  let before: { text: string; end: number } | undefined;
  for (const match of letters.matchAll(TOKEN)) {
    if (tokens.size >= MOST_TOKENS) break;
    const [text] = match;
    if (text.length >= LEAST_LETTERS) tokens.add(text);
    const joined = before !== undefined && match.index - before.end === 1 ? before.text + text : '';
    if (joined.length >= LEAST_LETTERS) tokens.add(joined);
    before = { text, end: match.index + text.length };
  }
  return tokens;
}
