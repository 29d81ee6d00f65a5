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
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Mn}]/gu;
/** Long enough for any mark; the rest of a text is not looked at. */
export const MOST_UNITS = 60;

export interface MarkText {
  /** As given, for showing. */
  readonly text: string;
  /** Code units that count: Han characters, letters a–z, digits; at most {@link MOST_UNITS}. */
  readonly units: Uint16Array;
  /** Whether something was left out because the text is too long. */
  readonly cut: boolean;
}

const isUnit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x3400 && code <= 0x9fff);

/** A mark as it is compared: width, case, traditional forms, look-alike letters and unseen signs evened out. */
export function normaliseMark(text: string): MarkText {
  const folded = foldText(text.normalize('NFKD').replace(UNSEEN, '').normalize('NFKC')).toLowerCase();
  const codes: number[] = [];
  for (let at = 0; at < folded.length && codes.length <= MOST_UNITS; at++) {
    const sign = folded[at] as string;
    const code = (CONFUSABLE[sign] ?? sign).charCodeAt(0);
    if (isUnit(code)) codes.push(code);
  }
  const cut = codes.length > MOST_UNITS;
  return { text, units: Uint16Array.from(cut ? codes.slice(0, MOST_UNITS) : codes), cut };
}

export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
