import type { IndicatorSummary } from '@jince/contract';
import type { DocumentBlock, OfficialDocument } from '../../../platform/documents/index.ts';
import { standingLabels } from '../domain/sentences.ts';
import { Captions } from './captions.ts';
import { annexes } from './compose-annexes.ts';
import { chapterBlocks, indicatorTable } from './compose-chapters.ts';
import { campaignBlocks, townBlocks } from './compose-results.ts';
import type { ReportContent } from './report-content.ts';
import { dayText, measuredText, momentText, numeral, STANDINGS } from './report-words.ts';

export interface Imprint {
  readonly issuer: string;
  readonly districtName: string;
  readonly demo: boolean;
  /** The day it is made. */
  readonly today: string;
}

const DEMO = '演示数据';

const indicatorsOf = ({ plan }: ReportContent): IndicatorSummary[] =>
  plan.chapters.flatMap((chapter) => chapter.clauses.flatMap((clause) => clause.indicators));

function tally(indicators: readonly IndicatorSummary[]) {
  return STANDINGS.map((standing) => ({
    standing,
    label: standingLabels[standing]?.zh ?? standing,
    count: indicators.filter((one) => one.standing === standing).length,
  }));
}

function overview(content: ReportContent, captions: Captions): DocumentBlock[] {
  const { plan, year } = content;
  const indicators = indicatorsOf(content);
  const counts = tally(indicators).filter(({ count }) => count > 0);
  const clauses = plan.chapters.reduce((sum, chapter) => sum + chapter.clauses.length, 0);
  const lagging = indicators.filter((one) => one.standing === 'behind');
  const day = dayText(plan.freshness.asOf);
  const blocks: DocumentBlock[] = [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    {
      kind: 'paragraph',
      text: `《${plan.title}》共${plan.chapters.length}部分、${clauses}条，设${indicators.length}项指标。截至${day}，${counts
        .map(({ label, count }) => `${label}${count}项`)
        .join('、')}。`,
    },
    {
      kind: 'paragraph',
      text: `主要指标：${plan.headline
        .filter((one) => one.value !== null)
        .map((one) => `${one.label}${measuredText(one, one.value)}`)
        .join('，')}。`,
    },
  ];
  if (lagging.length > 0)
    blocks.push(
      { kind: 'paragraph', text: `滞后的${lagging.length}项：` },
      { kind: 'list', items: lagging.map((one) => `${one.label}：${one.standingText}。`) },
    );
  if (plan.freshness.pending)
    blocks.push({ kind: 'note', text: '制作本报告时仍有新导入的数据在计算中，以下为上一次算出的数。' });
  blocks.push(indicatorTable(captions, { title: '主要指标', year }, plan.headline), {
    kind: 'bars',
    caption: captions.figure('全部指标的进展'),
    items: counts.map(({ label, count }) => ({ label, value: count, text: `${count}项` })),
    note: `统计日${day}。进展按年度目标的直线进度判断；未设目标、无数据、待建的不判断。`,
  });
  return blocks;
}

/** The report as a document: the figures as they were read, in the words of an official report. */
export function composeReport(content: ReportContent, imprint: Imprint): OfficialDocument {
  const { plan, year } = content;
  const captions = new Captions();
  const day = dayText(plan.freshness.asOf);
  const name = `${year}年度实施情况报告`;
  const parts: DocumentBlock[][] = [overview(content, captions)];
  for (const chapter of plan.chapters)
    parts.push(chapterBlocks(captions, { number: numeral(parts.length + 1), year }, chapter));
  parts.push(townBlocks(captions, numeral(parts.length + 1), content));
  parts.push(campaignBlocks(captions, numeral(parts.length + 1), content));
  const { computedAt } = plan.freshness;
  return {
    title: [plan.title, name],
    subtitle: `数据截至${day}`,
    issuer: imprint.issuer,
    date: dayText(imprint.today),
    mark: imprint.demo ? DEMO : null,
    header: `${plan.title} · ${name}`,
    contentsTitle: '目　录',
    cover: [
      { label: '统计日', value: day },
      { label: '指标算出时间', value: computedAt === null ? '尚未算出' : momentText(computedAt) },
      { label: '范围', value: imprint.districtName },
      { label: '规划', value: plan.source },
      ...(imprint.demo ? [{ label: '性质', value: '演示数据，不作为工作依据' }] : []),
    ],
    blocks: [...parts.flat(), ...annexes(captions, content)],
    createdAtSeconds: Math.floor(Date.parse(computedAt ?? `${imprint.today}T00:00:00Z`) / 1000),
  };
}
