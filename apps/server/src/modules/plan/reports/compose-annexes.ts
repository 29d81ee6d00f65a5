import type { DocumentBlock } from '../../../platform/documents/index.ts';
import type { Captions } from './captions.ts';
import type { Origin, ReportContent } from './report-content.ts';
import { NONE } from './report-words.ts';

const of = (origin: Origin, kind: Origin['lineage'][number]['kind']) =>
  origin.lineage.filter((step) => step.kind === kind);

/** `12` of `第 12 号导入，480 行，2026-11-20 09:14`. */
const importNumber = (detail: string | null) => /\d+/.exec(detail ?? '')?.[0] ?? '';

function definitions(captions: Captions, { plan, origins }: ReportContent): DocumentBlock[] {
  const labels = labelsOf(plan);
  return [
    { kind: 'heading', level: 1, text: '附录一　指标口径' },
    {
      kind: 'table',
      caption: captions.table('指标口径'),
      columns: [
        { title: '指标', width: 2 },
        { title: '口径', width: 5 },
        { title: '依据', width: 2 },
      ],
      rows: origins.map((origin) => [labels.get(origin.code) ?? origin.code, origin.definition, origin.source ?? NONE]),
    },
  ];
}

function labelsOf(plan: ReportContent['plan']): ReadonlyMap<string, string> {
  const clauses = plan.chapters.flatMap((chapter) => chapter.clauses);
  return new Map(clauses.flatMap((clause) => clause.indicators.map((one) => [one.code, one.label])));
}

function sources(captions: Captions, { plan, origins }: ReportContent): DocumentBlock[] {
  const labels = labelsOf(plan);
  const counted = origins.filter((origin) => origin.rules.length > 0);
  const join = (texts: readonly string[], by: string) => (texts.length === 0 ? NONE : texts.join(by));
  const files = new Map(
    counted.flatMap((origin) => of(origin, 'import').map((step) => [importNumber(step.detail), step] as const)),
  );
  return [
    { kind: 'heading', level: 1, text: '附录二　数据来源' },
    {
      kind: 'paragraph',
      text: '每个数字由规则从事实算出，事实来自登记，登记由导入的文件写成。规则、事实和每一行来源可在平台的指标页逐级打开。',
    },
    {
      kind: 'table',
      caption: captions.table('指标的规则、事实和登记'),
      columns: [
        { title: '指标', width: 1.6 },
        { title: '规则', width: 3.4 },
        { title: '事实', width: 2 },
        { title: '登记', width: 1.2 },
        { title: '最近导入', width: 1.3 },
      ],
      rows: counted.map((origin) => [
        labels.get(origin.code) ?? origin.code,
        `${origin.rules.map((rule) => `${rule.label}：${rule.sentence}`).join('；')}（第${origin.version}版）`,
        join(
          of(origin, 'fact').map((step) => step.label),
          '、',
        ),
        // A rule without a fact only asks what there is: the register is that of the subject itself.
        of(origin, 'register').length === 0
          ? (origin.subject ?? NONE)
          : join(
              of(origin, 'register').map((step) => step.label),
              '、',
            ),
        of(origin, 'import').length === 0
          ? NONE
          : `第${of(origin, 'import')
              .map((step) => importNumber(step.detail))
              .join('、')}号`,
      ]),
    },
    {
      kind: 'table',
      caption: captions.table('所引用的最近导入'),
      columns: [
        { title: '文件', width: 3 },
        { title: '导入', width: 3 },
      ],
      rows: [...files.values()].map((step) => [step.label, step.detail ?? NONE]),
      note: '每项指标列出其登记最近的几次导入；更早的导入见平台“数据导入”。',
    },
  ];
}

/** What the figures mean, what they were made of, and what a reader has to bear in mind. */
export function annexes(captions: Captions, content: ReportContent): DocumentBlock[] {
  return [
    ...definitions(captions, content),
    ...sources(captions, content),
    { kind: 'heading', level: 1, text: '附录三　说明' },
    { kind: 'list', items: [...content.plan.notes] },
  ];
}
