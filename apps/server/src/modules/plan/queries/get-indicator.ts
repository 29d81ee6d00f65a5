import type { IndicatorDetail } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { completeSince, countsApplications, isOfThePresent } from '../domain/completeness.ts';
import { rounded } from '../domain/figure.ts';
import { type ForecastOutcome, forecast, reaches } from '../domain/forecast.ts';
import type { Indicator } from '../domain/indicator.ts';
import { methodText, noForecastText, pathSteps } from '../domain/sentences.ts';
import { listVersions } from '../repositories/version-repository.ts';
import { type PlanView, viewPlan } from './compose-plan.ts';
import { type Countable, isCountable, personsOn } from './count-indicators.ts';
import { findIndicator } from './indicator-rows.ts';
import { readCuts, showCuts } from './show-cuts.ts';
import { showGap } from './show-gap.ts';
import { rulesInWords, showLineage } from './show-lineage.ts';
import { showWhy } from './show-why.ts';
import { type Judged, judge, measuredOf, type TrendPoint, trendOf } from './summarise.ts';

type Part<K extends keyof IndicatorDetail> = Pick<IndicatorDetail, K>;

function trendNote(ctx: Ctx, view: PlanView, indicator: Indicator): string {
  const zh = ctx.language === 'zh';
  const { checked } = indicator;
  const notes = [
    zh
      ? '每一点都用同一规则，按当日的权利状态和登记情况重新计算；属地、行业以现在为准。'
      : 'Each point is counted anew by the same rules from the status on that day; town and industry are those of now.',
  ];
  const since = checked && completeSince(checked, ctx.services.facts.subjects, view.snapshot.knownSince);
  if (since !== undefined)
    notes.push(
      zh
        ? `所用名单或名册自 ${since} 首次导入，之前的点只含仍在名单上的，不完整。`
        : `Lists it uses were first imported on ${since}; earlier points miss who left before.`,
    );
  if (checked !== undefined && isOfThePresent(checked))
    notes.push(
      zh
        ? '年费欠缴只有现状可靠：过去欠缴后终止的专利已不在其列，之前的点不完整。'
        : 'Only the present is reliable: patents that missed a fee earlier have lapsed and are not counted looking back.',
    );
  if (checked !== undefined && countsApplications(checked))
    notes.push(zh ? '最近的申请尚未全部公布，数字会继续增加。' : 'Recent applications are not all published yet.');
  return notes.join('');
}

/** A share stays within 0 to 100, no other figure falls below zero. */
const boundsOf = ({ pack }: Indicator) => (pack.kind === 'share' ? { min: 0, max: 100 } : { min: 0 });

function showForecast(
  ctx: Ctx,
  indicator: Indicator,
  trend: readonly TrendPoint[],
  { target }: Judged,
): Part<'forecast' | 'forecastNote'> {
  const { decimals, direction } = indicator.pack;
  if (trend.at(-1)?.value === null || trend.length === 0) return { forecast: null, forecastNote: null };
  const asOf = (trend.at(-1) as TrendPoint).on;
  const on = `${target?.year ?? Number(asOf.slice(0, 4)) + 1}-12-31`;
  const outcome: ForecastOutcome = forecast(trend, on, boundsOf(indicator));
  if (!outcome.ok)
    return {
      forecast: null,
      forecastNote: noForecastText(
        ctx.language,
        outcome,
        trend.some((point) => point.incomplete),
      ),
    };
  const made = outcome.forecast;
  return {
    forecast: {
      on,
      value: rounded(made.value, decimals),
      low: rounded(made.low, decimals),
      high: rounded(made.high, decimals),
      method: methodText(ctx.language, made),
      points: made.points,
      reaches: target === undefined || direction === 'none' ? null : reaches(made, target.value, direction),
    },
    forecastNote: null,
  };
}

function showPer(ctx: Ctx, { pack }: Indicator, asOf: string): IndicatorDetail['per'] {
  const persons = pack.kind === 'per-persons' ? personsOn(ctx, asOf) : undefined;
  if (persons === undefined) return null;
  return {
    label: ctx.language === 'zh' ? `常住人口（${persons.kind}）` : 'Residents',
    value: persons.persons,
    on: persons.on,
    source: persons.source,
  };
}

async function showVersions(ctx: Ctx, { pack }: Indicator): Promise<IndicatorDetail['versions']> {
  const stored = await listVersions(ctx.db, ctx.district, pack.code);
  const first = { version: 1, from: null, by: null, note: ctx.language === 'zh' ? '辖区包' : 'jurisdiction pack' };
  return [...stored.map(({ version, at, by, note }) => ({ version, from: at, by, note })), first];
}

/** How it was judged: where the path to the target begins and what it asks for now. */
function showPath(ctx: Ctx, indicator: Indicator, { path }: Judged, asOf: string): IndicatorDetail['why'] {
  if (path?.base == null || path.expected === null) return [];
  const steps = pathSteps(ctx.language, measuredOf(indicator), path.base, asOf, path.expected);
  return steps.map((step) => ({ ...step, article: null }));
}

type Counted = Part<'cuts' | 'gap' | 'lineage' | 'why' | 'rules' | 'subject' | 'subjectLabel'>;

async function showCounted(ctx: Ctx, view: PlanView, indicator: Countable, judged: Judged): Promise<Counted> {
  const { asOf } = view.freshness;
  const cuts = await readCuts(ctx, indicator, { asOf, stored: asOf === view.snapshot.day });
  const figure = view.figures.get(indicator.pack.code);
  return {
    subject: indicator.subject,
    subjectLabel: ctx.services.facts.subjects.get(indicator.subject)?.subject.label[ctx.language] ?? indicator.subject,
    rules: rulesInWords(ctx, indicator),
    cuts: showCuts(ctx, indicator, cuts),
    gap: figure === undefined ? null : showGap(ctx, indicator, figure, judged, cuts),
    lineage: await showLineage(ctx, indicator),
    why:
      figure === undefined ? [] : [...showWhy(ctx, indicator, figure, asOf), ...showPath(ctx, indicator, judged, asOf)],
  };
}

/** What stays of an indicator that cannot be counted: its rules as kept, so that they can be put right. */
function showUncounted({ subject, rules }: Indicator): Counted {
  const texts = Object.entries(rules ?? {}) as [Counted['rules'][number]['part'], string][];
  return {
    subject: subject ?? '',
    subjectLabel: '',
    rules: texts.map(([part, text]) => ({ part, label: part, text, sentence: '', facts: [] })),
    cuts: [],
    gap: null,
    lineage: [],
    why: [],
  };
}

/** One indicator with everything that explains it. @throws AppError plan.indicator.unknown */
export async function getIndicator(ctx: Ctx, code: string, asOf: string | undefined): Promise<IndicatorDetail> {
  const view = await viewPlan(ctx, asOf);
  const indicator = findIndicator(view.snapshot, code);
  const { pack } = indicator;
  const day = view.freshness.asOf;
  const summary = view.summaries.find((one) => one.code === code) as IndicatorDetail;
  const trend = trendOf(ctx, { snapshot: view.snapshot, asOf: day, figures: view.figures }, indicator);
  const judged = judge(ctx, indicator, trend, day);
  const clauses = ctx.services.jurisdiction.plan.chapters.flatMap((chapter) => chapter.clauses);
  return {
    ...summary,
    clauseTitle: clauses.find((clause) => clause.code === pack.clause)?.title[ctx.language] ?? pack.clause,
    definition: pack.definition,
    source: pack.source ?? null,
    note: indicator.problem,
    kind: pack.kind,
    version: indicator.version,
    versions: await showVersions(ctx, indicator),
    per: showPer(ctx, indicator, day),
    targets: [...indicator.targets],
    trend: trend.map((point) => ({
      ...point,
      value: point.value === null ? null : rounded(point.value, pack.decimals),
    })),
    trendNote: trendNote(ctx, view, indicator),
    ...showForecast(ctx, indicator, trend, judged),
    ...(isCountable(indicator) ? await showCounted(ctx, view, indicator, judged) : showUncounted(indicator)),
    freshness: view.freshness,
    mayEdit: may(ctx, 'plan.rule.edit') && pack.awaits === undefined,
  };
}
