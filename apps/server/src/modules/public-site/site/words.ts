import type { Language } from '../../../platform/i18n/language.ts';

type Word = string | ((...given: never[]) => string);

/** Words of a page in both languages; the English ones must be the same set. */
export function bilingual<T extends Readonly<Record<string, Word>>>(both: {
  readonly zh: T;
  readonly en: NoInfer<T>;
}): Readonly<Record<Language, T>> {
  return both;
}
