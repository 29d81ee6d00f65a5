import { quoted, type Said } from './say.ts';

/** The text a repeated one is made of: 丽丽 → 丽, 康康 → 康; itself where nothing is repeated. */
export function withoutRepetition(text: string): string {
  const half = text.length / 2;
  if (half >= 1 && text.slice(0, half) === text.slice(half)) return withoutRepetition(text.slice(0, half));
  return text.replace(/(\P{ASCII})\1+/gu, '$1');
}

/** One mark only says the other, or a sign of it, twice. */
export function repetitionEvidence(query: string, mark: string): Said | undefined {
  if (query === mark || withoutRepetition(query) !== withoutRepetition(mark)) return undefined;
  const [shorter, longer] = query.length < mark.length ? [query, mark] : [mark, query];
  return {
    zh: `${quoted(longer)}仅由${quoted(shorter)}的文字重叠而成`,
    en: `${longer} only repeats signs of ${shorter}`,
  };
}
