export type Language = 'zh' | 'en';

/** Chinese unless the request prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** A sentence in both languages, decided when shown. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
