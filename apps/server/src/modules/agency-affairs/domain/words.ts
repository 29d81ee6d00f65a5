import type { Bilingual, Language } from '../../../platform/i18n/language.ts';

/** Kinds of agencies a form offers, in their order. */
export const KIND_WORDS: Readonly<Record<string, Bilingual>> = {
  patent: { zh: '专利代理', en: 'Patent agency' },
  'patent-branch': { zh: '专利代理分支机构', en: 'Branch of a patent agency' },
  trademark: { zh: '商标代理', en: 'Trademark agency' },
  'law-firm': { zh: '律师事务所', en: 'Law firm' },
  information: { zh: '信息服务', en: 'Information' },
  valuation: { zh: '评估', en: 'Valuation' },
  training: { zh: '培训', en: 'Training' },
  operation: { zh: '运营', en: 'Operation' },
  consulting: { zh: '咨询', en: 'Consulting' },
};

export const kindLabel = (kind: string, language: Language): string => KIND_WORDS[kind]?.[language] ?? kind;
