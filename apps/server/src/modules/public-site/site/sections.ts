import { siteWords } from '../words/site.ts';

/** Places of the site in the order of its navigation. */
export const SECTIONS = [
  { key: 'home', path: '' },
  { key: 'plan', path: '/plan' },
  { key: 'policies', path: '/policies' },
  { key: 'calculator', path: '/calculator' },
  { key: 'lists', path: '/lists' },
  { key: 'agencies', path: '/agencies' },
  { key: 'marks', path: '/trademark-search' },
  { key: 'data', path: '/data' },
  { key: 'reports', path: '/reports' },
] as const;

export type SectionKey = (typeof SECTIONS)[number]['key'] | 'about';

export const sectionLabel = (key: (typeof SECTIONS)[number]['key'], language: 'zh' | 'en'): string =>
  siteWords[language][key];
