import type { IndicatorSummary } from '@jince/contract';
import { numberText } from '../domain/sentences.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 → 一, 12 → 十二. */
export function numeral(n: number): string {
  if (n <= 10) return NUMERALS[n - 1] ?? String(n);
  return n < 20 ? `十${NUMERALS[n - 11] ?? ''}` : String(n);
}

export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A moment as a clock in China shows it. */
export function momentText(moment: string): string {
  const local = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString();
  return `${dayText(local.slice(0, 10))}${local.slice(11, 16)}`;
}

export const NONE = '—';

type Shown = Pick<IndicatorSummary, 'decimals' | 'unit'>;

/** A figure as the console writes it, without its unit. */
export const figureText = ({ decimals }: Shown, value: number | null): string =>
  value === null ? NONE : numberText('zh', value, decimals);

/** The same with its unit. */
export function measuredText(of: Shown, value: number | null): string {
  if (value === null) return NONE;
  return of.unit === '%' ? `${figureText(of, value)}%` : `${figureText(of, value)}${of.unit}`;
}

export const BASIS: Readonly<Record<string, string>> = { plan: '规划', district: '本区', example: '示例' };

export const STANDINGS = ['done', 'on-track', 'attention', 'behind', 'no-target', 'no-data', 'not-built'] as const;
