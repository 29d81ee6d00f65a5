import { partsOfGlyph } from '../signs/glyphs.ts';
import { quoted, type Said } from './say.ts';

/** Every way of writing each character as its two parts, one at a time: 好 → 女子. */
function splitsOf(text: string): { readonly text: string; readonly whole: string; readonly parts: string }[] {
  return [...text].flatMap((sign, at) => {
    const made = partsOfGlyph(sign.charCodeAt(0));
    if (made === undefined || made.parts.length !== 2 || !/[⿰⿱]/.test(made.structure)) return [];
    return [{ text: text.slice(0, at) + made.parts + text.slice(at + 1), whole: sign, parts: made.parts }];
  });
}

/** One mark writes a character of the other as two: 女子 and 好. */
export function splitEvidence(query: string, mark: string): Said | undefined {
  const found = splitsOf(query).find(({ text }) => text === mark) ?? splitsOf(mark).find(({ text }) => text === query);
  if (found === undefined) return undefined;
  const { whole, parts } = found;
  return {
    zh: `${quoted(parts)}合写即为${quoted(whole)}，视觉上易被认读为同一文字`,
    en: `${parts} written close together is ${whole}`,
  };
}
