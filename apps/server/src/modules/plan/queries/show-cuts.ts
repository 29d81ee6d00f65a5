import type { IndicatorDetail } from '@jince/contract';
import { industryName } from '@jince/law';
import type { FactSpec } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import { factText, subjectEntry } from '../../../platform/facts/index.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { rounded } from '../domain/figure.ts';
import { listCutFigures, type StoredFigure } from '../repositories/figure-repository.ts';
import { type Countable, countIndicators } from './count-indicators.ts';

const UNKNOWN: Bilingual = { zh: '（不明）', en: '(unknown)' };

function bucketText(ctx: Ctx, spec: FactSpec, code: string): string {
  if (code === '') return UNKNOWN[ctx.language];
  if (spec.path === 'industrySection') return `${code} ${industryName(code) ?? ''}`.trim();
  if (spec.path === 'niceClass') return ctx.language === 'zh' ? `第 ${code} 类` : `Class ${code}`;
  return factText(ctx, spec, code) ?? code;
}

/** Places and numbers in their own order, other buckets by size; what is not known last. */
function compare(ctx: Ctx, spec: FactSpec) {
  const { towns, zones } = ctx.services.jurisdiction;
  const places = [...zones, ...towns].map((place) => place.code);
  const rank = (code: string) => {
    if (code === '') return Number.POSITIVE_INFINITY;
    if (spec.system === 'place') return places.indexOf(code);
    return spec.type === 'number' ? Number(code) : 0;
  };
  const size = (figure: StoredFigure) => figure.denominator ?? figure.numerator ?? 0;
  return (a: StoredFigure, b: StoredFigure) =>
    rank(a.bucket) - rank(b.bucket) || size(b) - size(a) || (a.bucket < b.bucket ? -1 : 1);
}

/** Cut figures of an indicator on a day: stored for the present day, counted for another. */
export async function readCuts(
  ctx: Ctx,
  indicator: Countable,
  { asOf, stored }: { readonly asOf: string; readonly stored: boolean },
): Promise<StoredFigure[]> {
  const { pack, subject } = indicator;
  if (stored) {
    const found = await listCutFigures(ctx.db, ctx.district, pack.code, asOf);
    if (found.length > 0) return found;
  }
  if (indicator.cuts.length === 0) return [];
  const counted = await countIndicators(ctx, subject, [indicator], { asOf, withCuts: true });
  return counted.figures.filter((figure) => figure.cut !== '');
}

export function showCuts(ctx: Ctx, indicator: Countable, figures: readonly StoredFigure[]): IndicatorDetail['cuts'] {
  const { pack, subject, cuts } = indicator;
  const entry = subjectEntry(ctx, subject);
  return cuts.flatMap((path) => {
    const spec = entry.facts.get(path)?.spec;
    if (spec === undefined) return [];
    const own = figures
      .filter((figure) => figure.cut === path && (figure.denominator !== 0 || figure.numerator !== 0))
      .toSorted(compare(ctx, spec));
    return {
      cut: path,
      label: spec.label[ctx.language],
      buckets: own.map(({ bucket, numerator, denominator, value }) => ({
        code: bucket,
        label: bucketText(ctx, spec, bucket),
        numerator,
        denominator,
        value: value === null ? null : rounded(value, pack.decimals),
      })),
    };
  });
}
