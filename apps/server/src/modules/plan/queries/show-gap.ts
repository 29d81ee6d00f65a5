import type { IndicatorDetail } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { subjectEntry } from '../../../platform/facts/index.ts';
import { type Figure, rounded } from '../domain/figure.ts';
import { missingTo, spread } from '../domain/gap.ts';
import { gapSentence } from '../domain/sentences.ts';
import type { StoredFigure } from '../repositories/figure-repository.ts';
import type { Countable } from './count-indicators.ts';
import { type Judged, measuredOf } from './summarise.ts';

/** Subjects of a town whose change would close the gap: those not counted yet, or those counted that should not be. */
function availableIn(direction: 'up' | 'down', figure: StoredFigure): number {
  const counted = figure.numerator ?? 0;
  return direction === 'down' ? counted : Math.max(0, (figure.denominator ?? 0) - counted);
}

/** What is missing to the target, and where it could come from. */
export function showGap(
  ctx: Ctx,
  indicator: Countable,
  figure: Figure,
  { target }: Judged,
  cuts: readonly StoredFigure[],
): IndicatorDetail['gap'] {
  const { pack, subject } = indicator;
  const { direction, kind, scale } = pack;
  if (target === undefined || direction === 'none' || figure.value === null) return null;
  const difference = Math.max(0, (target.value - figure.value) * (direction === 'up' ? 1 : -1));
  const reached = rounded(figure.value, pack.decimals);
  const done = direction === 'up' ? reached >= target.value : reached <= target.value;
  const missing = done ? 0 : missingTo({ kind, scale, direction, target: target.value, figure });
  const unit = pack.valueUnit ?? subjectEntry(ctx, subject).subject.unit;
  const text = gapSentence(ctx.language, measuredOf(indicator), target, missing, unit, difference);
  const part = direction === 'down' ? 'counted' : 'missing';
  const towns = pack.computed?.spread === true ? cuts.filter((one) => one.cut === 'town' && one.bucket !== '') : [];
  const places = towns.map((one) => ({ code: one.bucket, available: availableIn(direction, one) }));
  return {
    missing: missing ?? rounded(difference, pack.decimals),
    unit: missing === null ? pack.unit[ctx.language] : unit[ctx.language],
    text,
    towns: spread(missing ?? 0, places)
      .filter((place) => place.available > 0)
      .toSorted((a, b) => b.share - a.share || b.available - a.available)
      .map((place) => ({
        ...place,
        label: ctx.services.places.townName(place.code) ?? place.code,
        href: `/plan/indicators/${pack.code}/rows?${new URLSearchParams({ part, cut: 'town', bucket: place.code })}`,
      })),
  };
}
