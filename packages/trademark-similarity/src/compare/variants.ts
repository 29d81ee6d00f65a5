import type { SenseDictionary } from '../sense/senses.ts';
import { glyphsOfParts, partsOfGlyph } from '../signs/glyphs.ts';
import { hashOf, lettersOf } from '../signs/latin-sound.ts';
import { isHan, isLatin, textOf } from '../text/normalise-mark.ts';
import { SPLIT, SYNONYM, TRANSLATED } from './features.ts';

/** Another way a query may be written or said: as split or joined characters, in another language, as a synonym. */
export interface Variant {
  readonly units: Uint16Array;
  /** Feature a mark that equals the variant is judged by. */
  readonly feature: typeof SPLIT | typeof TRANSLATED | typeof SYNONYM;
}

const replace = (units: Uint16Array, at: number, count: number, by: readonly number[]): Uint16Array =>
  Uint16Array.from([...units.subarray(0, at), ...by, ...units.subarray(at + count)]);

/** 女子 → 好, 好 → 女子; only characters made of two parts side by side or one above the other. */
function listSplits(units: Uint16Array): Variant[] {
  const variants: Variant[] = [];
  for (let at = 0; at < units.length && units.length <= 8; at++) {
    const code = units[at] as number;
    const made = partsOfGlyph(code);
    if (made !== undefined && made.parts.length === 2 && /[⿰⿱]/.test(made.structure))
      variants.push({
        units: replace(units, at, 1, [made.parts.charCodeAt(0), made.parts.charCodeAt(1)]),
        feature: SPLIT,
      });
    if (at + 1 === units.length) continue;
    for (const whole of glyphsOfParts(textOf([code, units[at + 1] as number])))
      variants.push({ units: replace(units, at, 2, [whole]), feature: SPLIT });
  }
  return variants;
}

/** @param distinctive the query without weak words at its edges */
export function listVariants(units: Uint16Array, distinctive: Uint16Array, senses: SenseDictionary): Variant[] {
  const meanings = [units, ...(distinctive.length < units.length ? [distinctive] : [])].flatMap((part) =>
    senses.sameAs(textOf(part)).map(
      ({ units, kind }): Variant => ({
        units,
        feature: kind === 'translation' ? TRANSLATED : SYNONYM,
      }),
    ),
  );
  return [...listSplits(units), ...meanings];
}

/** Whether two marks are written in different scripts and read alike: LANYUE and 蓝月. */
export function readAlike(a: Uint16Array, b: Uint16Array): boolean {
  const mixed = (a.some(isHan) && b.every(isLatin)) || (b.some(isHan) && a.every(isLatin));
  const read = mixed ? lettersOf(a) : '';
  return read !== '' && read === lettersOf(b);
}

/** Hash under which marks that are read like a query are kept; 0 = none. */
export const readingHash = (units: Uint16Array): number => hashOf(lettersOf(units));
