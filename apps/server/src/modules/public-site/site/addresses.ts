import type { Language } from '../../../platform/i18n/language.ts';

/** Address of a page in a language; `path` is below the root of the language: `/policies/3`, or empty for the first page. */
export const hrefOf = (language: Language, path: string): string =>
  language === 'en' ? `/public/en${path}` : `/public${path}`;

/** The same address with other words in its query; empty ones are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
}
