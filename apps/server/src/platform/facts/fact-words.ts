import { industryName } from '@jince/law';
import type { FactSpec } from '@jince/rules';
import type { Ctx } from '../context/context.ts';
import type { ListedValue } from './select-subjects.ts';

const FEN = 100;
const YES = { zh: ['否', '是'], en: ['no', 'yes'] } as const;
const YUAN = { zh: '元', en: 'yuan' };

const isMoney = (spec: FactSpec) => spec.unit?.en === 'fen';

/** Unit a fact is shown in: money is kept in fen and read in yuan. */
export function shownUnit(ctx: Ctx, spec: FactSpec): string | null {
  if (isMoney(spec)) return YUAN[ctx.language];
  return spec.unit?.[ctx.language] ?? null;
}

/** The same for a number by itself. */
export const shownNumber = (spec: FactSpec, value: number): number => (isMoney(spec) ? value / FEN : value);

function oneText(ctx: Ctx, spec: FactSpec, value: string | number | boolean): string {
  if (typeof value === 'boolean') return YES[ctx.language][value ? 1 : 0];
  if (typeof value === 'number') return String(Math.round(shownNumber(spec, value) * 100) / 100);
  const word = spec.values?.[value]?.[ctx.language];
  if (word !== undefined) return word;
  if (spec.system === 'place') {
    const { places } = ctx.services;
    return places.townName(value) ?? places.zoneName(value) ?? value;
  }
  if (spec.system === 'industry') return `${value} ${industryName(value) ?? ''}`.trim();
  return value;
}

/** A fact's value in words; null while it is unknown. */
export function factText(ctx: Ctx, spec: FactSpec, value: ListedValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return oneText(ctx, spec, value);
  return value.map((one) => oneText(ctx, spec, one)).join(ctx.language === 'zh' ? '、' : ', ');
}
