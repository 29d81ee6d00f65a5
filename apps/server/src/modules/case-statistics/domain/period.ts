import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';

export interface AskedPeriod {
  readonly year?: number | undefined;
  readonly quarter?: number | undefined;
  readonly month?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Period {
  readonly from: string;
  readonly to: string;
  readonly label: Bilingual;
}

const two = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

function months(year: number, first: number, last: number, label: Bilingual): Period {
  return { from: `${year}-${two(first)}-01`, to: lastDay(year, last), label };
}

/** Days of a month, a quarter, a year or of one's own; nothing asked: the quarter of today. @throws AppError when reversed */
export function periodOf(asked: AskedPeriod, today: string): Period {
  if (asked.from !== undefined || asked.to !== undefined) {
    const to = asked.to ?? today;
    const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
    if (from > to) throw new AppError('case-statistics.period.reversed', { from, to });
    return { from, to, label: { zh: `${from}至${to}`, en: `${from} to ${to}` } };
  }
  const year = asked.year ?? Number(today.slice(0, 4));
  if (asked.month !== undefined)
    return months(year, asked.month, asked.month, {
      zh: `${year}年${asked.month}月`,
      en: `${year}-${two(asked.month)}`,
    });
  const whole = asked.year !== undefined && asked.quarter === undefined;
  if (whole) return months(year, 1, 12, { zh: `${year}年`, en: String(year) });
  const quarter = asked.quarter ?? Math.ceil(Number(today.slice(5, 7)) / 3);
  return months(year, quarter * 3 - 2, quarter * 3, {
    zh: `${year}年第${'一二三四'[quarter - 1]}季度`,
    en: `${year} Q${quarter}`,
  });
}
