import type { Language } from '../../../platform/i18n/language.ts';

/** 300000 fen → 3,000元. */
export function yuanText(fen: number, language: Language): string {
  const yuan = (fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });
  return language === 'zh' ? `${yuan}元` : `CNY ${yuan}`;
}
