import { compareMarks } from '../compare/compare-marks.ts';
import type { Level } from '../compare/model.ts';
import { listVariants } from '../compare/variants.ts';
import { currentModel } from '../models/index.ts';
import { MarkIndex, type MarkIndexOptions } from '../search/mark-index.ts';
import { standardSenses } from '../sense/standard-senses.ts';
import { isHan, normaliseMark, normaliseText, textOf } from '../text/normalise-mark.ts';
import { standardWeakWordList } from '../weak/standard-weak-words.ts';
import { buildPostings, enough, type FormPostings, type ScanForm } from './form-postings.ts';
import { LooseFinder, type LooseWay, partsOf, squeeze } from './loose-finds.ts';

/** A mark met inside a text. */
export interface ScannedMark {
  /** Place of the mark. */
  readonly at: number;
  /** The signs of the text that stand for it. */
  readonly found: string;
  readonly score: number;
  readonly level: Exclude<Level, 'far'>;
  /** How its signs stand where they do not stand in a row. */
  readonly way?: LooseWay;
}

type Offer = (one: ScannedMark) => void;

/** Signs that are scanned; `whole` and `places` say where each stood where some were left out. */
interface Stretch {
  readonly units: Uint16Array;
  readonly whole?: Uint16Array;
  readonly places?: readonly number[];
}

/** A find that is not in a row is this much less sure. */
const STREWN = 0.97;
const UNSURE = 0.6;
/** So few signs stand near each other by chance. */
const CHANCE = 2;
const LEVELS: readonly Level[] = ['far', 'arguable', 'near', 'identical'];
const closer = (one: ScannedMark, other: ScannedMark): boolean =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) > 0 || (one.level === other.level && one.score > other.score);

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
 * Its own signs are found with one or two foreign signs strewn between them, too, and in another order; such a find is never called identical.
 * Marks of two signs are common words of longer texts when turned round or drawn apart: they are near only where the writer set them apart.
 * Memory does not grow with the texts. Not for several threads.
 */
export class MarkScanner {
  readonly #names: readonly string[];
  readonly #index: MarkIndex;
  readonly #forms: readonly ScanForm[];
  readonly #needed: Uint16Array;
  readonly #postings: FormPostings;
  readonly #loose: LooseFinder;
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
    this.#loose = new LooseFinder(this.#forms);
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
    const offer: Offer = (one) => {
      const known = best.get(one.at);
      if (known === undefined || closer(one, known)) best.set(one.at, one);
    };
    this.#scanStretches({ units }, offer);
    const squeezed = squeeze(units);
    if (squeezed !== undefined) this.#scanStretches({ ...squeezed, whole: units }, offer);
    this.#scanLoose(text, squeezed?.units ?? units, offer);
    for (const token of listTokens(letters)) for (const one of this.nameHits(token)) offer(one);
    return [...best.values()].sort((a, b) => (closer(a, b) ? -1 : closer(b, a) ? 1 : a.at - b.at));
  }

  /** Marks like a short text that is a name by itself: brand field, company name, label of a domain. */
  nameHits(text: string): readonly ScannedMark[] {
    return this.#tokens.get(text, () =>
      this.#index
        .search(text, MOST_OF_A_NAME)
        .map(({ at, score, level }) => ({ at, score, level: level as ScannedMark['level'], found: text })),
    );
  }

  #scanStretches({ units, whole, places }: Stretch, offer: Offer): void {
    for (let from = 0; from === 0 || from + OVERLAP < units.length; from += STRETCH - OVERLAP) {
      const part = units.subarray(from, from + STRETCH);
      const origin = places && whole && { whole, places: places.slice(from, from + STRETCH) };
      this.#scanSigns({ units: part, ...origin }, offer);
    }
  }

  #scanSigns(stretch: Stretch, offer: Offer): void {
    const { units } = stretch;
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
        if (points >= needed && points - (worths[at] as number) < needed) this.#judge(stretch, form, from, offer);
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

  #compare(form: number, found: string): { readonly score: number; readonly level: Level } {
    return this.#compared.get(`${form}|${found}`, () => {
      const { at, units, exact } = this.#forms[form] as ScanForm;
      const { score, level } = compareMarks(found, exact ? (this.#names[at] as string) : textOf(units), this.#options);
      return { score, level };
    });
  }

  #judge({ units, whole, places }: Stretch, form: number, from: number, offer: Offer): void {
    const { at, units: signs } = this.#forms[form] as ScanForm;
    const to = from + signs.length;
    if (to > units.length && places !== undefined) return;
    const [first, last] = [places?.[from] ?? from, places?.[to - 1] ?? to - 1];
    // In a row in the text itself: it was judged there.
    if (places !== undefined && last - first === signs.length - 1) return;
    const found = textOf(units.subarray(from, to));
    const { score, level } = this.#compare(form, found);
    if (level === 'far') return;
    if (whole === undefined) offer({ at, found, score, level });
    else
      offer({
        at,
        found: textOf(whole.subarray(first, last + 1)),
        score: score * STREWN,
        level: level === 'identical' ? 'near' : level,
        way: 'strewn',
      });
  }

  #scanLoose(text: string, units: Uint16Array, offer: Offer): void {
    let parts: ReadonlySet<string> | undefined;
    const isPart = (found: string): boolean => {
      parts ??= new Set(partsOf(text).map((part) => textOf(normaliseText(part, MOST_SIGNS).units)));
      return parts.has(found);
    };
    this.#loose.find(units, ({ form, from, to, way, foreign }) => {
      const { at, units: signs } = this.#forms[form] as ScanForm;
      const found = textOf(units.subarray(from, to));
      const sure = (signs.length > CHANCE && signs.length - foreign >= CHANCE) || isPart(found);
      const { score } = this.#compare(form, found);
      offer({ at, found, score: score * (sure ? STREWN : UNSURE), level: sure ? 'near' : 'arguable', way });
    });
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
