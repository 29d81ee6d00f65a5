import type { IndicatorSummary, RouteOutput, routes } from '@jince/contract';
import type { DocumentBlock } from '../../../platform/documents/index.ts';
import { standingLabels } from '../domain/sentences.ts';
import type { Captions } from './captions.ts';
import { BASIS, dayText, figureText, measuredText, NONE, numeral } from './report-words.ts';

type Chapter = RouteOutput<typeof routes.getPlan>['chapters'][number];
type Clause = Chapter['clauses'][number];
type Measure = Clause['measures'][number];

function targetText(one: IndicatorSummary): string {
  return one.target === null ? NONE : figureText(one, one.target.value);
}

/** What the target rests on, and its year where that is not the year of the report. */
function basisText({ target }: IndicatorSummary, year: number): string {
  if (target === null) return NONE;
  const basis = BASIS[target.basis] ?? target.basis;
  return target.year === year ? basis : `${basis}（${target.year}年）`;
}

const hasExample = (indicators: readonly IndicatorSummary[]) =>
  indicators.some((one) => one.target?.basis === 'example');

/** Figures with last year's, target, what the target rests on, and where they stand. */
export function indicatorTable(
  captions: Captions,
  { title, year }: { readonly title: string; readonly year: number },
  indicators: readonly IndicatorSummary[],
): DocumentBlock {
  return {
    kind: 'table',
    caption: captions.table(title),
    columns: [
      { title: '指标', width: 3.4 },
      { title: '单位', width: 1.2, align: 'center' },
      { title: '本期', width: 1.2, align: 'right' },
      { title: '上年同日', width: 1.2, align: 'right' },
      { title: '目标', width: 1.2, align: 'right' },
      { title: '目标依据', width: 1.6, align: 'center' },
      { title: '进展', width: 1.1, align: 'center' },
    ],
    rows: indicators.map((one) => [
      one.label,
      one.unit,
      figureText(one, one.value),
      figureText(one, one.previous),
      targetText(one),
      basisText(one, year),
      standingLabels[one.standing]?.zh ?? one.standing,
    ]),
    ...(hasExample(indicators) ? { note: '依据为“示例”的目标是演示用值，不是规划或本区文件的数字。' } : {}),
  };
}

function measureText({ label, text, responsible, from, to, standingText }: Measure): string {
  const who = responsible.length === 0 ? '' : `责任单位：${responsible.map((one) => one.name).join('、')}。`;
  const when =
    from === null && to === null
      ? ''
      : `时间：${from === null ? '' : `自${dayText(from)}`}${to === null ? '起' : `至${dayText(to)}`}。`;
  return `${label}：${text}${/[。！？]$/.test(text) ? '' : '。'}${who}${when}指标进展：${standingText}。`;
}

const YEAR_END = /-12-31$/;
const LEAST_POINTS = 3;
const MOST_POINTS = 6;

/** Year ends and the day itself; none when there is too little to draw. */
function trendChart(captions: Captions, one: IndicatorSummary): DocumentBlock[] {
  const last = one.spark.at(-1);
  const points = one.spark.filter((point) => YEAR_END.test(point.on) || point === last).slice(-MOST_POINTS);
  if (points.filter((point) => point.value !== null).length < LEAST_POINTS) return [];
  const { target } = one;
  return [
    {
      kind: 'lines',
      caption: captions.figure(`${one.label}（${one.unit}）`),
      points: points.map(({ on, value }) => ({
        label: YEAR_END.test(on) ? `${on.slice(0, 4)}年末` : `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月`,
        value,
        text: value === null ? '' : figureText(one, value),
      })),
      ...(target === null
        ? {}
        : { target: { value: target.value, text: `${target.year}年目标${measuredText(one, target.value)}` } }),
      note: '同一规则按各日的权利状态和登记情况计算；不完整的点不画。',
    },
  ];
}

function clauseBlocks(captions: Captions, at: number, clause: Clause, year: number): DocumentBlock[] {
  const noted = clause.indicators.filter((one) => ['behind', 'attention', 'done'].includes(one.standing));
  return [
    { kind: 'heading', level: 2, text: `（${numeral(at + 1)}）${clause.title}` },
    { kind: 'paragraph', text: clause.text },
    ...(clause.measures.length === 0
      ? []
      : [{ kind: 'list' as const, items: clause.measures.map((measure) => measureText(measure)) }]),
    ...(clause.indicators.length === 0
      ? [{ kind: 'note' as const, text: '本条没有指标。' }]
      : [indicatorTable(captions, { title: `${clause.title}：指标`, year }, clause.indicators)]),
    ...(noted.length === 0
      ? []
      : [{ kind: 'list' as const, items: noted.map((one) => `${one.label}：${one.standingText}。`) }]),
    ...clause.indicators.filter((one) => one.headline).flatMap((one) => trendChart(captions, one)),
  ];
}

/** One chapter of the plan: each clause with its measures, figures and trends. */
export function chapterBlocks(
  captions: Captions,
  { number, year }: { readonly number: string; readonly year: number },
  chapter: Chapter,
): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: `${number}、${chapter.title}` },
    ...chapter.clauses.flatMap((clause, at) => clauseBlocks(captions, at, clause, year)),
  ];
}
