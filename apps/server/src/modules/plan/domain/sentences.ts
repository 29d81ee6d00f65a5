import type { Bilingual, Language } from '../../../platform/i18n/language.ts';
import { rounded } from './figure.ts';
import type { Forecast, ForecastOutcome } from './forecast.ts';
import { LEAST_POINTS } from './forecast.ts';
import type { Target } from './indicator.ts';
import type { Standing } from './standing.ts';

/** How an indicator's values are written. */
export interface Measured {
  readonly unit: Bilingual;
  readonly decimals: number;
  readonly direction: 'up' | 'down' | 'none';
}

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const isShare = (unit: Bilingual) => unit.en === '%';

export function numberText(language: Language, value: number, decimals: number): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(rounded(value, decimals));
}

/** `64.0%`, `35 家`. */
export function valueText(language: Language, { unit, decimals }: Measured, value: number): string {
  const number = numberText(language, value, decimals);
  return isShare(unit) ? `${number}%` : `${number} ${unit[language]}`;
}

/** A difference of two values: of percentages it is in points. */
function differenceText(language: Language, measured: Measured, value: number): string {
  if (!isShare(measured.unit)) return valueText(language, measured, value);
  const number = numberText(language, value, measured.decimals);
  return language === 'zh' ? `${number} 个百分点` : `${number} points`;
}

/** Made-up targets say so wherever they are judged by. */
function targetName(language: Language, { year, basis }: Target): string {
  const example = basis === 'example';
  if (language === 'zh') return `${year} 年${example ? '示例' : ''}目标`;
  return `${example ? 'example ' : ''}target of ${year}`;
}

/** Where a figure stands, in a sentence: 滞后 22.0 个百分点：按进度应达 64.0%，实际 42.0%. */
export function standingSentence(
  language: Language,
  measured: Measured,
  value: number,
  target: Target,
  { standing, expected, short }: Standing,
): string {
  const zh = language === 'zh';
  const text = (number: number) => valueText(language, measured, number);
  const name = targetName(language, target);
  const goal = `${name} ${text(target.value)}`;
  if (standing === 'done') return zh ? `已达到 ${goal}：实际 ${text(value)}` : `Reached the ${goal}: ${text(value)}`;
  const short_ = differenceText(language, measured, short);
  if (expected === null)
    return zh
      ? `距 ${goal} 还差 ${short_}；去年末的数不完整，未按进度判断`
      : `${short_} from the ${goal}; last year's figure is incomplete, so the pace is not judged`;
  const down = measured.direction === 'down';
  const word = {
    'on-track': zh ? '进度正常' : 'On track',
    attention: zh ? `略有滞后，差 ${short_}` : `Slightly behind by ${short_}`,
    behind: zh ? `滞后 ${short_}` : `Behind by ${short_}`,
  }[standing];
  return zh
    ? `${word}：按进度应${down ? '不高于' : '达'} ${text(expected)}，实际 ${text(value)}（${goal}）`
    : `${word}: ${down ? 'at most' : ''} ${text(expected)} expected by now, ${text(value)} in fact (${goal})`.replace(
        /: +/,
        ': ',
      );
}

/** Where the path to the target begins, and what it asks for on the day. */
export function pathSteps(
  language: Language,
  measured: Measured,
  base: { readonly on: string; readonly value: number; readonly actual: boolean },
  asOf: string,
  expected: number,
): { text: string; value: string }[] {
  const year = base.on.slice(0, 4);
  const from =
    language === 'zh'
      ? base.actual
        ? `进度起点：${base.on} 的实际值`
        : `进度起点：${base.on} 的数不完整，以 ${year} 年目标代替`
      : base.actual
        ? `The path begins with the figure of ${base.on}`
        : `The figure of ${base.on} is incomplete; the path begins with the target of ${year}`;
  const to = language === 'zh' ? `按直线进度，${asOf} 应达` : `The straight path asks for, on ${asOf}`;
  return [
    { text: from, value: valueText(language, measured, base.value) },
    { text: to, value: valueText(language, measured, expected) },
  ];
}

export const noTargetText = (language: Language, direction: Measured['direction']) =>
  direction === 'none'
    ? { zh: '供了解，不设目标', en: 'For information, without a target' }[language]
    : { zh: '尚未设定目标', en: 'No target set yet' }[language];

export const notBuiltText = (language: Language, module: Bilingual) =>
  language === 'zh' ? `待“${module.zh}”模块建成后计算` : `Counted once the module “${module.en}” is built`;

export function noDataText(language: Language, problem: string | null): string {
  if (problem !== null)
    return language === 'zh' ? `规则不再适用，未计算：${problem}` : `Not counted, the rule no longer fits: ${problem}`;
  return { zh: '还没有可算的数据', en: 'Nothing to count yet' }[language];
}

/** How many of a measure's or clause's indicators stand where. */
export function tallySentence(language: Language, counts: readonly (readonly [Bilingual, number])[]): string {
  const parts = counts.filter(([, n]) => n > 0);
  if (parts.length === 0) return { zh: '没有指标', en: 'No indicators' }[language];
  return language === 'zh'
    ? parts.map(([label, n]) => `${n} 项${label.zh}`).join('、')
    : parts.map(([label, n]) => `${n} ${label.en.toLowerCase()}`).join(', ');
}

export const standingLabels: Readonly<Record<string, Bilingual>> = {
  behind: { zh: '滞后', en: 'Behind' },
  attention: { zh: '需关注', en: 'Needs attention' },
  'on-track': { zh: '正常', en: 'On track' },
  done: { zh: '已达成', en: 'Reached' },
  'no-target': { zh: '未设目标', en: 'Without target' },
  'no-data': { zh: '无数据', en: 'Without data' },
  'not-built': { zh: '待建', en: 'Not built' },
};

export function methodText(language: Language, { points, backtest }: Forecast): string {
  const tested =
    backtest === null
      ? { zh: '点数少，未回测', en: 'too few points to test it' }[language]
      : language === 'zh'
        ? `同法回测 ${backtest.of} 次，${backtest.inside} 次落在区间内`
        : `tested ${backtest.of} times on the past, ${backtest.inside} inside`;
  return language === 'zh'
    ? `阻尼趋势指数平滑，${points} 个季度点，80% 区间；${tested}`
    : `Damped-trend smoothing, ${points} quarters, 80 % interval; ${tested}`;
}

export function noForecastText(
  language: Language,
  outcome: Extract<ForecastOutcome, { ok: false }>,
  incomplete: boolean,
) {
  const zh = language === 'zh';
  switch (outcome.reason) {
    case 'too-few':
      if (incomplete)
        return zh
          ? `不作预测：名单、名册自导入之日起才完整，欠费只有现状可靠，可用的季度点只有 ${outcome.points} 个，至少要 ${LEAST_POINTS} 个`
          : `No forecast: lists are complete only since their import, dues only now; ${outcome.points} usable quarters, ${LEAST_POINTS} are needed`;
      return zh
        ? `不作预测：连续的季度点只有 ${outcome.points} 个，至少要 ${LEAST_POINTS} 个`
        : `No forecast: ${outcome.points} quarters in a row, ${LEAST_POINTS} are needed`;
    case 'not-ahead':
      return zh ? '不作预测：目标日已到' : 'No forecast: the day of the target has come';
    case 'too-far':
      return zh ? '不作预测：目标日太远' : 'No forecast: the day of the target is too far off';
  }
}

/** What is missing to the target: 还差 12 家达到 2026 年目标. */
export function gapSentence(
  language: Language,
  measured: Measured,
  target: Target,
  missing: number | null,
  unit: Bilingual,
  difference: number,
): string {
  const name = targetName(language, target);
  if (missing === null) {
    const text = differenceText(language, measured, difference);
    return language === 'zh'
      ? `距 ${name}还差 ${text}；均值和结构类指标没有“差几家”的算法`
      : `${text} from the ${name}; a mean has no number of subjects missing`;
  }
  if (missing === 0) return language === 'zh' ? `已达到 ${name}` : `The ${name} is reached`;
  const number = `${numberText(language, missing, 0)} ${unit[language]}`;
  if (measured.direction === 'down')
    return language === 'zh' ? `再减少 ${number}即达到 ${name}` : `${number} fewer reach the ${name}`;
  return language === 'zh' ? `还差 ${number}达到 ${name}` : `${number} more reach the ${name}`;
}
