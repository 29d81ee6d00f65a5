import type { Language } from '../../../platform/i18n/language.ts';

const WAN = 10_000;

/** 12,345; from ten thousand on in Chinese 1.2345万. Decimals are those of the figure. */
export function figureText(value: number, decimals: number, language: Language): string {
  if (language === 'zh' && decimals === 0 && Math.abs(value) >= WAN)
    return `${(value / WAN).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}万`;
  return value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
