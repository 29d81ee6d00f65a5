import { foldText } from '@jince/matching';

/** Letters of other scripts that pass for Latin ones in print (Unicode TR 39, confusables). */
const CONFUSABLE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
};
/** What cannot be seen: controls, directions, joiners, variation selectors, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Mn}]/gu;
const SIGN = /[\p{L}\p{Nd}]/u;
const PLAIN = /^[\u4e00-\u9fff]+$/;
/** Long enough for any mark; the rest of a text is not looked at. */
export const MOST_UNITS = 60;
/** Private use is taken out of texts, so its codes stand for the characters beyond the first plane. */
const PRIVATE = 0xe000;
const PRIVATE_SIZE = 6400;

export interface MarkText {
  /** As given, for showing. */
  readonly text: string;
  /**
   * Codes that count: Han characters (simplified), letters (lower case), digits; at most {@link MOST_UNITS}. A character beyond
   * the first plane stands as a private-use code that very few others share.
   */
  readonly units: Uint16Array;
  /** Whether something was left out because the text is too long. */
  readonly cut: boolean;
}

function codesOf(folded: string, most: number): number[] {
  const codes: number[] = [];
  for (const sign of folded) {
    if (codes.length > most) break;
    const letter = CONFUSABLE[sign] ?? sign;
    if (!SIGN.test(letter)) continue;
    const code = letter.codePointAt(0) as number;
    codes.push(code < 65_536 ? code : PRIVATE + (code % PRIVATE_SIZE));
  }
  return codes;
}

const seen = (given: string): string =>
  PLAIN.test(given) ? given : given.normalize('NFKD').replace(UNSEEN, '').normalize('NFKC');
const evenOut = (given: string): string => foldText(seen(given)).toLowerCase();

/** A longer text evened out like a mark. `letters` still holds what separates its words, for reading whole words in letters. */
export function normaliseText(text: string, most: number): { readonly units: Uint16Array; readonly letters: string } {
  const given = text.length > most * 4 ? text.slice(0, most * 4) : text;
  const letters = Array.from(seen(given).toLowerCase(), (sign) => CONFUSABLE[sign] ?? sign).join('');
  return { units: Uint16Array.from(codesOf(evenOut(given), most).slice(0, most)), letters };
}

/** A mark as it is compared: width, case, traditional forms, look-alike letters and unseen signs evened out. */
export function normaliseMark(text: string): MarkText {
  // A longer text is cut before it costs anything; signs that do not count leave room for this many that do.
  const given = text.length > 1000 ? text.slice(0, 1000) : text;
  const codes = codesOf(evenOut(given), MOST_UNITS);
  const cut = codes.length > MOST_UNITS || given.length < text.length;
  return { text, units: Uint16Array.from(codes.length > MOST_UNITS ? codes.slice(0, MOST_UNITS) : codes), cut };
}

export const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= PRIVATE && code < PRIVATE + PRIVATE_SIZE);
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
export const isLatin = (code: number): boolean => code >= 0x61 && code <= 0x7a;
export const textOf = (units: ArrayLike<number>): string => String.fromCharCode(...Array.from(units));
