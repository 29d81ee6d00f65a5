import type { Bilingual } from '../catalogue.ts';

/** Amounts are in fen; they are read in yuan. */
const isFen = (unit: Bilingual | undefined) => unit?.zh === '分';

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6, useGrouping: false });
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** Commas from five figures on. */
function decimal(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10_000) return String(value);
  return (Math.abs(value) >= 10_000 ? grouped : exact).format(value);
}

/** `3 件`, `2,000 万元`, `0.5`. */
export function quantityZh(value: number, unit: Bilingual | undefined): string {
  if (!isFen(unit)) return unit === undefined ? decimal(value) : `${decimal(value)} ${unit.zh}`;
  const yuan = value / 100;
  if (Math.abs(yuan) >= 1e8) return `${decimal(yuan / 1e8)} 亿元`;
  return Math.abs(yuan) >= 1e4 ? `${decimal(yuan / 1e4)} 万元` : `${decimal(yuan)} 元`;
}

/** `3 patents`, `¥20,000,000`, `0.5`. */
export function quantityEn(value: number, unit: Bilingual | undefined): string {
  if (isFen(unit)) return `¥${decimal(value / 100)}`;
  return unit === undefined || unit.en === '' ? decimal(value) : `${decimal(value)} ${unit.en}`;
}

/** `2026年1月31日`. */
export function dayZh(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
