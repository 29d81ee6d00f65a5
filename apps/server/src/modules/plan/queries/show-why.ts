import type { IndicatorDetail } from '@jince/contract';
import { describeRule } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import { subjectEntry } from '../../../platform/facts/index.ts';
import { factsOf } from '../domain/completeness.ts';
import type { Figure } from '../domain/figure.ts';
import { numberText, valueText } from '../domain/sentences.ts';
import { type Countable, personsOn } from './count-indicators.ts';
import { partSentence } from './show-lineage.ts';
import { measuredOf } from './summarise.ts';

const PERSONS = { zh: '人', en: 'persons' } as const;
const PER_TEXT = {
  'per-persons': { zh: '折算为每万人', en: 'per 10,000 persons' },
  'per-entities': { zh: '折算为每万户', en: 'per 10,000 entities' },
} as const;

type Steps = IndicatorDetail['why'];

const whole = (ctx: Ctx, value: number | null, unit: string) =>
  value === null ? null : `${numberText(ctx.language, value, Number.isInteger(value) ? 0 : 2)} ${unit}`.trim();

function articles(ctx: Ctx, { checked }: Countable): string | null {
  const names = factsOf(checked);
  const sources = ctx.services.facts.catalogue.facts.flatMap((spec) =>
    names.includes(spec.name) && spec.source !== undefined ? spec.source : [],
  );
  return sources.length === 0 ? null : [...new Set(sources)].join('；');
}

function denominatorText(ctx: Ctx, { pack }: Countable, asOf: string): string {
  const zh = ctx.language === 'zh';
  if (pack.kind === 'per-persons') {
    const persons = personsOn(ctx, asOf);
    return zh ? `常住人口（${persons?.on ?? '—'}，${persons?.kind ?? ''}）` : `Residents (${persons?.on ?? '—'})`;
  }
  return zh ? '除以' : 'Divided by';
}

/** How the figure came about, step by step. */
export function showWhy(ctx: Ctx, indicator: Countable, figure: Figure, asOf: string): Steps {
  const { language } = ctx;
  const { pack, checked, subject } = indicator;
  const unit = subjectEntry(ctx, subject).subject.unit[language];
  const step = (text: string, value: string | null, article: string | null = null) => ({ text, value, article });
  const said = (part: 'population' | 'counted' | 'value' | 'per') => {
    const rule = checked[part];
    return rule === undefined ? null : partSentence(language, part, describeRule(rule)[language]);
  };
  const { numerator, denominator, value, unknown } = figure;
  const ofSubjects = pack.kind === 'count' || pack.kind === 'share';
  const steps: Steps = [
    step(said('population') ?? '', ofSubjects || pack.kind === 'per-entities' ? whole(ctx, denominator, unit) : null),
  ];
  const counted = said('counted');
  if (counted !== null) steps.push(step(counted, whole(ctx, numerator, unit), articles(ctx, indicator)));
  const summed = said('value');
  if (summed !== null)
    steps.push(
      step(
        `${summed}${language === 'zh' ? '，相加' : ', summed up'}`,
        whole(ctx, numerator, pack.valueUnit?.[language] ?? ''),
        articles(ctx, indicator),
      ),
    );
  const per = said('per');
  if (per !== null) steps.push(step(per, whole(ctx, denominator, '')));
  if (pack.kind === 'per-persons' || pack.kind === 'mean')
    steps.push(
      step(
        denominatorText(ctx, indicator, asOf),
        whole(ctx, denominator, pack.kind === 'mean' ? unit : PERSONS[language]),
      ),
    );
  if (pack.kind === 'per-persons' || pack.kind === 'per-entities')
    steps.push(step(PER_TEXT[pack.kind][language], null));
  if (unknown > 0)
    steps.push(
      step(
        language === 'zh' ? '资料不全、无法判断的，未计入' : 'Not counted because a fact is unknown',
        whole(ctx, unknown, unit),
      ),
    );
  steps.push(
    step(
      language === 'zh' ? `统计日 ${asOf} 的结果` : `Result on ${asOf}`,
      value === null ? null : valueText(language, measuredOf(indicator), value),
    ),
  );
  return steps;
}
