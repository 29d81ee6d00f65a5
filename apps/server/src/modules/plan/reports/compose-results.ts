import type { IndicatorSummary } from '@jince/contract';
import type { DocumentBlock } from '../../../platform/documents/index.ts';
import { numberText } from '../domain/sentences.ts';
import type { Captions } from './captions.ts';
import type { ReportContent, TownFigures } from './report-content.ts';
import { dayText, figureText, measuredText, NONE } from './report-words.ts';

/** Columns of one table: more would not fit the width of a page. */
const COLUMNS = 4;
const CHARTS = 2;

const STATES: Readonly<Record<string, string>> = { draft: '草拟', running: '进行中', closed: '已结束' };

interface Column {
  readonly one: IndicatorSummary;
  readonly buckets: TownFigures['buckets'];
}

function townTable(captions: Captions, columns: readonly Column[], day: string): DocumentBlock {
  const codes = [...new Set(columns.flatMap(({ buckets }) => buckets.map((bucket) => bucket.code)))];
  const labels = new Map(columns.flatMap(({ buckets }) => buckets.map((bucket) => [bucket.code, bucket.label])));
  // What is of no known town stands last.
  const order = [...codes.filter((code) => code !== '').sort(), ...codes.filter((code) => code === '')];
  const cell = ({ one, buckets }: Column, code: string) => {
    const bucket = buckets.find((found) => found.code === code);
    return bucket === undefined ? NONE : figureText(one, bucket.value);
  };
  return {
    kind: 'table',
    caption: captions.table('各区镇主要指标'),
    columns: [
      { title: '镇（街道）', width: 1.4 },
      ...columns.map(({ one }) => ({ title: `${one.label}（${one.unit}）`, align: 'right' as const })),
    ],
    rows: [
      ...order.map((code) => [labels.get(code) ?? code, ...columns.map((column) => cell(column, code))]),
      ['全区', ...columns.map(({ one }) => figureText(one, one.value))],
    ],
    note: `统计日${day}；镇域按主体现在的登记地址。`,
  };
}

function townChart(captions: Captions, { one, buckets }: Column): DocumentBlock {
  const { target } = one;
  const share = one.unit === '%';
  const marked = share && target !== null;
  return {
    kind: 'bars',
    caption: captions.figure(`各区镇${one.label}`),
    items: buckets
      .filter((bucket) => bucket.code !== '')
      .map((bucket) => ({
        label: bucket.label,
        value: bucket.value,
        text: measuredText(one, bucket.value),
        ...(marked ? { target: target.value } : {}),
      })),
    ...(share ? { max: 100 } : {}),
    ...(marked
      ? {
          targetLabel: `全区${target.year}年目标`,
          note: `红线为全区${target.year}年目标${measuredText(one, target.value)}${target.basis === 'example' ? '（示例）' : ''}。`,
        }
      : {}),
  };
}

/** Headline figures by town. */
export function townBlocks(captions: Captions, number: string, { plan, towns }: ReportContent): DocumentBlock[] {
  const heading: DocumentBlock = { kind: 'heading', level: 1, text: `${number}、各区镇情况` };
  const columns = towns.flatMap(({ code, buckets }): Column[] => {
    const one = plan.headline.find((indicator) => indicator.code === code);
    // Per head of the district there is nothing to say of a town.
    const known = buckets.some((bucket) => bucket.code !== '' && bucket.value !== null);
    return one === undefined || !known ? [] : [{ one, buckets }];
  });
  if (columns.length === 0) return [heading, { kind: 'note', text: '没有可按区镇切分的主要指标。' }];
  const tables: DocumentBlock[] = [];
  for (let at = 0; at < columns.length; at += COLUMNS)
    tables.push(townTable(captions, columns.slice(at, at + COLUMNS), dayText(plan.freshness.asOf)));
  return [heading, ...tables, ...columns.slice(0, CHARTS).map((column) => townChart(captions, column))];
}

/** What the campaigns have achieved, read from imports. */
export function campaignBlocks(
  captions: Captions,
  number: string,
  { plan, campaigns }: ReportContent,
): DocumentBlock[] {
  const heading: DocumentBlock = { kind: 'heading', level: 1, text: `${number}、培育行动成效` };
  if (campaigns.length === 0) return [heading, { kind: 'note', text: '没有已建立的培育行动。' }];
  const clauses = new Map(plan.chapters.flatMap((chapter) => chapter.clauses.map((one) => [one.code, one.title])));
  return [
    heading,
    {
      kind: 'table',
      caption: captions.table('培育行动'),
      columns: [
        { title: '行动', width: 3 },
        { title: '服务条款', width: 2 },
        { title: '状态', align: 'center' },
        { title: '名单（家、件）', align: 'right' },
        { title: '已见效', align: 'right' },
        { title: '见效率', align: 'right' },
      ],
      rows: campaigns.map((one) => [
        one.title,
        clauses.get(one.clause) ?? one.clause,
        STATES[one.state] ?? one.state,
        numberText('zh', one.targets, 0),
        numberText('zh', one.succeeded, 0),
        one.targets === 0 ? NONE : `${numberText('zh', (one.succeeded / one.targets) * 100, 1)}%`,
      ]),
      note: '成效只按导入的登记数据认定，不采信自报；为制作本报告时的情况。',
    },
  ];
}
