import { LOOKS_LETTER, OTHER, READ_DIGIT, RELATIONS, SAME, soundOfRelation } from '../signs/relations.ts';
import { isLatin } from '../text/normalise-mark.ts';
import { WEAKNESS } from '../weak/weak-words.ts';
import { type Aligner, STEP } from './align.ts';

/** What a comparison is judged by: counts of what was done, by kind. Their order is the order of the weights of a model. */
export const FEATURES = [
  ...Array.from({ length: RELATIONS }, (_, relation) => `relation ${relation}`),
  'added first',
  'added last',
  'added inside',
  'omitted first',
  'omitted last',
  'omitted inside',
  'added weak',
  'omitted weak',
  'swapped',
  'first sign unlike',
  'changes beyond one',
  'repeated',
  'reordered',
  'added beyond one',
  'omitted beyond one',
  'split or joined',
  'letters for characters',
  'translated',
  'synonym',
  'letters added',
  'letters omitted',
  'heard beyond one',
  'added generic',
  'omitted generic',
  'weak and changed',
  'weak on both',
  'added around',
  'omitted around',
  'one sign of several',
  'other script added',
  'other script omitted',
] as const;
export const FEATURE_COUNT = FEATURES.length;
const place = (name: string): number => (FEATURES as readonly string[]).indexOf(name);
const ADDED = place('added first');
const OMITTED = place('omitted first');
/** Added or omitted inside, after first and last. */
const INSIDE = 2;
const ADDED_WEAK = place('added weak');
const OMITTED_WEAK = place('omitted weak');
const SWAPPED = place('swapped');
const FIRST = place('first sign unlike');
const MORE = place('changes beyond one');
const REPEATED = place('repeated');
export const REORDERED = place('reordered');
const ADDED_MORE = place('added beyond one');
const OMITTED_MORE = place('omitted beyond one');
export const SPLIT = place('split or joined');
export const LETTERS = place('letters for characters');
export const TRANSLATED = place('translated');
export const SYNONYM = place('synonym');
const LETTERS_ADDED = place('letters added');
const LETTERS_OMITTED = place('letters omitted');
const HEARD_MORE = place('heard beyond one');
const ADDED_GENERIC = place('added generic');
const OMITTED_GENERIC = place('omitted generic');
const WEAK_CHANGED = place('weak and changed');
const WEAK_BOTH = place('weak on both');
const ADDED_AROUND = place('added around');
const OMITTED_AROUND = place('omitted around');
const ONE_SIGN = place('one sign of several');
const SCRIPT_ADDED = place('other script added');
const SCRIPT_OMITTED = place('other script omitted');
/** What a model of older features weighed them as; the others of them it did not know. */
export const OLDER_FEATURES: Readonly<Record<string, string>> = {
  'added generic': 'added weak',
  'omitted generic': 'omitted weak',
};
/** What each further sign of a weak word counts beside the first. */
const WEAK_SIGN = 0.25;

/** Lengths of queries that have weights of their own: one, two, three, four, more signs. */
export const LENGTHS = 5;
export const lengthClass = (signs: number): number => Math.min(LENGTHS, Math.max(1, signs)) - 1;

/** A mark among others: its signs from `start` to `end`, and how weak each is, beside them. */
export interface MarkSpan {
  readonly units: Uint16Array;
  readonly weak: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Counts what the aligner's last comparison did.
 * @param into {@link FEATURE_COUNT} numbers, overwritten
 * @param runs whether signs more before or after the rest count as one change, with so many signs, and those of a script the other
 *   mark has none of as one, too (太湖雪 and 太湖雪 SILK)
 */
export function countFeatures(
  aligner: Aligner,
  queryWeak: Uint8Array,
  mark: MarkSpan,
  into: Float64Array,
  runs: boolean,
): void {
  into.fill(0);
  const n = aligner.query.length;
  const m = mark.end - mark.start;
  // A letter of a short word weighs as much as one of a word of five; longer marks are scaled as a whole.
  const letter = Math.max(1, LENGTHS / Math.max(3, n));
  const [letters, others] = [lettersOf(aligner.query, 0, n), lettersOf(mark.units, mark.start, mark.end)];
  let changes = 0;
  let heard = 0;
  let added = 0;
  let omitted = 0;
  for (let at = aligner.length - 1; at >= 0; at--) {
    const step = aligner.steps[at] as number;
    const i = aligner.queryAt[at] as number;
    const j = aligner.markAt[at] as number;
    const relation = aligner.relations[at] as number;
    if (step === STEP.pair) {
      if (relation === SAME) continue;
      if (relation >= LOOKS_LETTER) {
        into[relation]! += letter;
        continue;
      }
      if (relation >= READ_DIGIT || soundOfRelation(relation) >= 2) heard++;
      else changes++;
      into[relation]!++;
      if (relation === OTHER && (i === 0 || j === 0)) into[FIRST]!++;
    } else if (step === STEP.swap) {
      changes++;
      into[SWAPPED]!++;
    } else {
      const more = step === STEP.added;
      const [units, start, end, here] = more ? [mark.units, mark.start, mark.end, j] : [aligner.query, 0, n, i];
      const code = units[start + here] as number;
      const weak = more ? mark.weak : queryWeak;
      if (runs && isOfOtherScript(code, more ? letters : others, more ? n : m, more ? others : letters, more ? m : n)) {
        into[more ? SCRIPT_ADDED : SCRIPT_OMITTED] = 1;
        continue;
      }
      const weakness = weak[start + here] as number;
      if (weakness !== WEAKNESS.none) {
        // A weak word is one thing, however many signs it has.
        const goesOn = here > 0 && weak[start + here - 1] !== WEAKNESS.none;
        const slight = weakness === WEAKNESS.slight;
        into[more ? (slight ? ADDED_WEAK : ADDED_GENERIC) : slight ? OMITTED_WEAK : OMITTED_GENERIC]! += goesOn
          ? WEAK_SIGN
          : 1;
        continue;
      }
      if (isLatin(code)) {
        into[more ? LETTERS_ADDED : LETTERS_OMITTED]! += letter;
        continue;
      }
      if (repeats(units, start, end, start + here, code)) into[REPEATED]!++;
      else {
        const [before, after] = runs
          ? [(more ? i : j) === 0, (more ? i : j) === (more ? n : m)]
          : [here === 0, here === (more ? m : n) - 1];
        const where = (more ? ADDED : OMITTED) + (before ? 0 : after ? 1 : INSIDE);
        if (runs && (before || after) && into[where] === 1) {
          into[more ? ADDED_AROUND : OMITTED_AROUND]!++;
          continue;
        }
        into[where]!++;
        if (more) added++;
        else omitted++;
      }
      changes++;
    }
  }
  into[MORE] = Math.max(0, changes + (changes > 0 ? heard : 0) - 1);
  const slight = (into[ADDED_WEAK] as number) + (into[OMITTED_WEAK] as number) > 0;
  into[WEAK_CHANGED] = slight && changes + heard > 0 ? 1 : 0;
  into[WEAK_BOTH] = (into[ADDED_WEAK] as number) > 0 && (into[OMITTED_WEAK] as number) > 0 ? 1 : 0;
  into[HEARD_MORE] = changes > 0 ? 0 : Math.max(0, heard - 1);
  into[ADDED_MORE] = Math.max(0, added - 1);
  into[OMITTED_MORE] = Math.max(0, omitted - 1);
  // A single sign is not what makes a mark of three or more.
  into[ONE_SIGN] = Math.min(n, m) === 1 && Math.max(n, m) > 2 ? 1 : 0;
}

function lettersOf(units: Uint16Array, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end; at++) if (isLatin(units[at] as number)) letters++;
  return letters;
}

/** Whether a sign more is a letter beside characters alone, or a character beside letters alone, in a mark that has both. */
const isOfOtherScript = (code: number, letters: number, size: number, own: number, ownSize: number): boolean =>
  own > 0 && own < ownSize && (isLatin(code) ? letters === 0 : letters === size);

/** Whether a sign more only says its neighbour again (丽丽 for 丽). */
const repeats = (units: Uint16Array, start: number, end: number, at: number, code: number): boolean =>
  (at > start && units[at - 1] === code) || (at + 1 < end && units[at + 1] === code);
