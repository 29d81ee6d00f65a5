import { industryName } from '@jince/law';
import type { FactSpec } from '@jince/rules';
import type { Ctx } from '../context/context.ts';
import type { ListedValue } from './select-subjects.ts';

const FEN = 100;
const YES = { zh: ['否', '是'], en: ['no', 'yes'] } as const;
const YUAN = { zh: '元', en: 'yuan' };

const LOCALES = { zh: 'zh-CN', en: 'en' } as const;

const formats = (options: Intl.NumberFormatOptions) => ({
  zh: new Intl.NumberFormat(LOCALES.zh, options),
  en: new Intl.NumberFormat(LOCALES.en, options),
});
/** Years stay 2026, larger numbers are grouped. */
const exact = formats({ maximumFractionDigits: 2, useGrouping: 'min2' });
const short = formats({ maximumFractionDigits: 2, notation: 'compact' });

const isMoney = (spec: FactSpec) => spec.unit?.en === 'fen';

/** Unit a fact is shown in: money is kept in fen and read in yuan. */
export function shownUnit(ctx: Ctx, spec: FactSpec): string | null {
  if (isMoney(spec)) return YUAN[ctx.language];
  return spec.unit?.[ctx.language] ?? null;
}

/** The same for a number by itself. */
export const shownNumber = (spec: FactSpec, value: number): number => (isMoney(spec) ? value / FEN : value);

/** A number as the bound of a range: 500万, 1亿. */
export const shortNumber = (ctx: Ctx, spec: FactSpec, value: number): string =>
  short[ctx.language].format(shownNumber(spec, value));

function oneText(ctx: Ctx, spec: FactSpec, value: string | number | boolean): string {
  if (typeof value === 'boolean') return YES[ctx.language][value ? 1 : 0];
  if (typeof value === 'number') return exact[ctx.language].format(shownNumber(spec, value));
  const word = spec.values?.[value]?.[ctx.language];
  if (word !== undefined) return word;
  if (spec.system === 'industry') return `${value} ${industryName(value) ?? ''}`.trim();
  return value;
}

/** A fact's value in words; null while it is unknown. */
export function factText(ctx: Ctx, spec: FactSpec, value: ListedValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return oneText(ctx, spec, value);
  return value.map((one) => oneText(ctx, spec, one)).join(ctx.language === 'zh' ? '、' : ', ');
}
