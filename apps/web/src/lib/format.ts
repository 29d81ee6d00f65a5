import { currentLanguage } from './i18n.ts';

const cache = new Map<string, Intl.NumberFormat>();
function numberFormat(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const language = currentLanguage();
  const id = `${language}/${key}`;
  let format = cache.get(id);
  if (!format) {
    format = new Intl.NumberFormat(language, options);
    cache.set(id, format);
  }
  return format;
}

/** Every digit, grouped: 1,234,567. */
export function formatExact(value: number, fractionDigits = 0): string {
  return numberFormat(`exact${fractionDigits}`, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);
}

/** Large numbers the way they are spoken: from 100,000 on as 12.35万, 1.24亿 (12.35万 in Chinese, 123.5K in English). */
export function formatCount(value: number): string {
  if (Math.abs(value) < 100_000) return formatExact(value, Number.isInteger(value) ? 0 : 1);
  return numberFormat('compact', { notation: 'compact', maximumFractionDigits: 2 }).format(value);
}

/** A ratio of 0–1 as a percentage with one decimal. */
export function formatShare(ratio: number): string {
  return numberFormat('share', { style: 'percent', maximumFractionDigits: 1 }).format(ratio);
}

/** Signed change between two counts as a percentage; undefined when there is nothing to compare with. */
export function formatChange(value: number, previous: number): string | undefined {
  if (previous === 0) return undefined;
  return numberFormat('change', { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
    (value - previous) / previous,
  );
}

/** Integer fen as yuan with two decimals, without the unit (the unit stands in the header). */
export function formatYuan(fen: number): string {
  return formatExact(fen / 100, 2);
}

const zone = 'Asia/Shanghai';

/** A moment as local wall-clock time: 2026-11-20 09:14. */
export function formatMoment(timestamp: string): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}-${get('day')} ${get('hour')}:${get('minute')}`;
}

/** The calendar day of a moment: 2026-11-20. */
export function formatDay(timestamp: string): string {
  return formatMoment(timestamp).slice(0, 10);
}

/** Today in the district, YYYY-MM-DD. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

/** Whole days from one date to another (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Distance of a date from today in words: 3天后, 昨天. */
export function formatDistance(date: string): string {
  const days = daysBetween(today(), date);
  const words = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  if (Math.abs(days) < 60) return words.format(days, 'day');
  if (Math.abs(days) < 730) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** Bytes as KB / MB with one decimal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatExact(bytes / 1024, 1)} KB`;
  return `${formatExact(bytes / 1024 / 1024, 1)} MB`;
}
