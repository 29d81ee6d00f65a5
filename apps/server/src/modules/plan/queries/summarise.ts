import { addYears } from '@jince/calendar';
import type { IndicatorSummary } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { completeSince, countsApplications, isOfThePresent, unpublishedFrom } from '../domain/completeness.ts';
import { type Figure, rounded } from '../domain/figure.ts';
import type { SeriesPoint } from '../domain/forecast.ts';
import { type CheckedRules, type Indicator, type Target, targetFor } from '../domain/indicator.ts';
import { type Measured, noDataText, noTargetText, notBuiltText, standingSentence } from '../domain/sentences.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import { lastYearEnd } from '../domain/trend-dates.ts';
import { trendDaysBefore } from './figures-on.ts';
import type { FiguresByCode, PlanSnapshot } from './plan-snapshot.ts';

/** The last three years in quarters, and the day itself. */
const SPARK_POINTS = 13;

/** What an indicator is summed up from on a day. */
export interface SummaryInput {
  readonly snapshot: PlanSnapshot;
  readonly asOf: string;
  readonly figures: FiguresByCode;
}

export interface TrendPoint extends SeriesPoint, Pick<Figure, 'numerator' | 'denominator'> {}

export const measuredOf = ({ pack }: Indicator): Measured => ({
  unit: pack.unit,
  decimals: pack.decimals,
  direction: pack.direction,
});

/** Tells of a day whether the registers an indicator is made of do not fully reach it. */
function incompletenessOf(ctx: Ctx, snapshot: PlanSnapshot, checked: CheckedRules): (on: string) => boolean {
  const since = isOfThePresent(checked)
    ? snapshot.day
    : completeSince(checked, ctx.services.facts.subjects, snapshot.knownSince);
  const until = countsApplications(checked) ? unpublishedFrom(ctx.today) : undefined;
  // The latest figures come from the lists as they are now, whenever these came in.
  return (on) => (since !== undefined && on < since && on < snapshot.day) || (until !== undefined && on > until);
}

/** Stored quarter ends and the day itself; points the registers do not fully reach are marked. */
export function trendOf(ctx: Ctx, { snapshot, asOf, figures }: SummaryInput, indicator: Indicator): TrendPoint[] {
  const { checked } = indicator;
  if (checked === undefined) return [];
  const isIncomplete = incompletenessOf(ctx, snapshot, checked);
  const point = (on: string, of: FiguresByCode | undefined): TrendPoint => {
    const figure = of?.get(indicator.pack.code);
    return {
      on,
      value: figure?.value ?? null,
      numerator: figure?.numerator ?? null,
      denominator: figure?.denominator ?? null,
      incomplete: isIncomplete(on),
    };
  };
  return [...trendDaysBefore(snapshot, asOf).map((on) => point(on, snapshot.figures.get(on))), point(asOf, figures)];
}

/** `actual`: last year's figure, else what was to be reached by then. */
export interface PathBase {
  readonly on: string;
  readonly value: number;
  readonly actual: boolean;
}

/** Where the year's path begins: last year's end; where that is not fully known, what was to be reached by then. */
function baseOf(indicator: Indicator, trend: readonly TrendPoint[], asOf: string): PathBase | null {
  const on = lastYearEnd(asOf);
  const point = trend.find((one) => one.on === on);
  if (point !== undefined && point.value !== null && !point.incomplete) return { on, value: point.value, actual: true };
  const year = Number(on.slice(0, 4));
  const goal = indicator.targets.find((target) => target.year === year);
  return goal === undefined ? null : { on, value: goal.value, actual: false };
}

export interface Judged {
  readonly target: Target | undefined;
  readonly standing: IndicatorSummary['standing'];
  readonly text: string;
  /** The straight path it was judged by; absent when it is not judged. */
  readonly path: { readonly base: PathBase | null; readonly expected: Standing['expected'] } | undefined;
}

/** Where an indicator stands on a day, in a word and in a sentence. */
export function judge(ctx: Ctx, indicator: Indicator, trend: readonly TrendPoint[], asOf: string): Judged {
  const { language, services } = ctx;
  const { pack } = indicator;
  const target = targetFor(indicator.targets, Number(asOf.slice(0, 4)));
  const without = (standing: Judged['standing'], text: string): Judged => ({ target, standing, text, path: undefined });
  if (pack.awaits !== undefined) {
    const module = services.jurisdiction.plan.awaited[pack.awaits] ?? { zh: pack.awaits, en: pack.awaits };
    return without('not-built', notBuiltText(language, module));
  }
  const value = trend.at(-1)?.value ?? null;
  if (value === null) return without('no-data', noDataText(language, indicator.problem));
  const { direction } = pack;
  if (target === undefined || direction === 'none') return without('no-target', noTargetText(language, direction));
  const { onTrackWithin, attentionWithin } = services.jurisdiction.plan.standing;
  const base = baseOf(indicator, trend, asOf);
  const judged = standingOf({
    on: asOf,
    value,
    direction,
    decimals: pack.decimals,
    target,
    base,
    tolerance: { onTrack: onTrackWithin, attention: attentionWithin },
  });
  return {
    target,
    standing: judged.standing,
    text: standingSentence(language, measuredOf(indicator), value, target, judged),
    path: { base, expected: judged.expected },
  };
}

const shown = (value: number | null, decimals: number) => (value === null ? null : rounded(value, decimals));

function summarise(ctx: Ctx, input: SummaryInput, indicator: Indicator): IndicatorSummary {
  const { pack } = indicator;
  const { snapshot, asOf, figures } = input;
  const trend = trendOf(ctx, input, indicator);
  const judged = judge(ctx, indicator, trend, asOf);
  const figure = figures.get(pack.code);
  const previousOn = addYears(asOf, -1);
  const { checked } = indicator;
  const known = checked !== undefined && !incompletenessOf(ctx, snapshot, checked)(previousOn);
  const previous = known ? (snapshot.figures.get(previousOn)?.get(pack.code)?.value ?? null) : null;
  return {
    code: pack.code,
    clause: pack.clause,
    measure: pack.measure,
    label: pack.label[ctx.language],
    unit: pack.unit[ctx.language],
    decimals: pack.decimals,
    direction: pack.direction,
    headline: pack.headline,
    value: shown(figure?.value ?? null, pack.decimals),
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    unknown: figure?.unknown ?? 0,
    previous: shown(previous, pack.decimals),
    previousOn: previous === null ? null : previousOn,
    target: judged.target ?? null,
    standing: judged.standing,
    standingText: judged.text,
    spark: trend
      .slice(-SPARK_POINTS)
      .map(({ on, value, incomplete }) => ({ on, value: incomplete ? null : shown(value, pack.decimals) })),
    awaits: pack.awaits ?? null,
  };
}

const kept = new WeakMap<FiguresByCode, { snapshot: PlanSnapshot; summaries: IndicatorSummary[] }>();

/** All indicators on a day, in the order of the plan; made once per change. */
export function summariseAll(ctx: Ctx, input: SummaryInput): IndicatorSummary[] {
  const known = kept.get(input.figures);
  if (known !== undefined && known.snapshot === input.snapshot) return known.summaries;
  const summaries = input.snapshot.indicators.map((indicator) => summarise(ctx, input, indicator));
  kept.set(input.figures, { snapshot: input.snapshot, summaries });
  return summaries;
}
