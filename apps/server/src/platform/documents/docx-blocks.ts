import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { ChartRun } from 'docx/charts';
import type { DocumentBlock, TableColumn } from './document.ts';
import { CINNABAR, FAINT, HAIR, HEI, INDIGO, INK } from './docx-faces.ts';

type BlockOf<K extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: K }>;
type Flow = (Paragraph | Table)[];

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
/** Width of the text area of the page in twips. */
const TEXT_WIDTH = 8960;
const CHART_WIDTH = 560;

const caption = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 240, after: 100 },
    children: [new TextRun({ text, font: HEI, size: 20 })],
  });

const note = (text: string) =>
  new Paragraph({ spacing: { before: 80, after: 200 }, children: [new TextRun({ text, size: 17, color: FAINT })] });

const paragraph = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLineChars: 200 },
    spacing: { line: 420, after: 60 },
    children: [new TextRun(text)],
  });

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };

function cell(text: string, column: TableColumn, width: number, head: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: head ? AlignmentType.CENTER : alignments[column.align ?? 'left'],
        children: [new TextRun({ text, size: 18, ...(head ? { font: HEI, bold: true } : {}) })],
      }),
    ],
  });
}

function table(block: BlockOf<'table'>): Flow {
  const shares = block.columns.map((column) => column.width ?? 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((TEXT_WIDTH * share) / total));
  const row = (texts: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: block.columns.map((column, at) => cell(texts[at] ?? '', column, widths[at] ?? 0, head)),
    });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = { style: BorderStyle.SINGLE, size: 8, color: INK };
  return [
    caption(block.caption),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: rule,
        bottom: rule,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: { style: BorderStyle.SINGLE, size: 3, color: HAIR },
      },
      rows: [
        row(
          block.columns.map((column) => column.title),
          true,
        ),
        ...block.rows.map((texts) => row(texts, false)),
      ],
    }),
    note(block.note ?? ''),
  ];
}

/** Labels of the points are the finished figures, not what the chart would make of the values. */
const labelled = (texts: readonly string[]) => texts.map((text) => ({ text }));

const chartFont = { name: '宋体', color: INK };
const plain = { fill: 'none', border: 'none' } as const;

function bars(block: BlockOf<'bars'>): Flow {
  const targets = block.items.map((item) => item.target ?? null);
  const chart = new ChartRun({
    type: 'bar',
    categories: block.items.map((item) => item.label),
    series: [
      {
        name: block.caption,
        values: block.items.map((item) => item.value),
        color: INDIGO,
        pointLabels: labelled(block.items.map((item) => item.text)),
      },
      ...(targets.some((target) => target !== null) && block.targetLabel !== undefined
        ? [{ name: block.targetLabel, values: targets, color: CINNABAR }]
        : []),
    ],
    legend: targets.some((target) => target !== null) ? { position: 'bottom', hiddenEntries: [] } : false,
    font: chartFont,
    chartArea: plain,
    categoryAxis: { reverseOrder: true },
    valueAxis: {
      minimum: 0,
      visible: false,
      gridlines: false,
      ...(block.max === undefined ? {} : { maximum: block.max }),
    },
    gapWidth: 60,
    transformation: { width: CHART_WIDTH, height: 70 + block.items.length * 26 },
  });
  return [caption(block.caption), picture(chart), note(block.note ?? '')];
}

function lines(block: BlockOf<'lines'>): Flow {
  const { target } = block;
  const chart = new ChartRun({
    type: 'line',
    markers: true,
    categories: block.points.map((point) => point.label),
    series: [
      {
        name: block.caption,
        values: block.points.map((point) => point.value),
        color: INDIGO,
        pointLabels: labelled(block.points.map((point) => point.text)),
      },
      ...(target === undefined
        ? []
        : [{ name: target.text, values: block.points.map(() => target.value), color: CINNABAR, markers: false }]),
    ],
    legend: target === undefined ? false : { position: 'bottom' },
    font: chartFont,
    chartArea: plain,
    dataLabels: { position: 'above' },
    valueAxis: { minimum: 0, visible: false, gridlines: false },
    transformation: { width: CHART_WIDTH, height: 240 },
  });
  return [caption(block.caption), picture(chart), note(block.note ?? '')];
}

const picture = (chart: ChartRun) =>
  new Paragraph({ alignment: AlignmentType.CENTER, keepLines: true, children: [chart] });

/** A block as Word's own paragraphs, tables and charts, all editable. */
export function docxBlock(block: DocumentBlock): Flow {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level - 1] as (typeof LEVELS)[number],
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [paragraph(block.text)];
    case 'note':
      return [note(block.text)];
    case 'list':
      return block.items.map(
        (text) => new Paragraph({ bullet: { level: 0 }, spacing: { line: 380 }, children: [new TextRun(text)] }),
      );
    case 'table':
      return table(block);
    // Word knows no chart without a category.
    case 'bars':
      return block.items.length === 0 ? [caption(block.caption), note(block.note ?? '')] : bars(block);
    case 'lines':
      return block.points.length === 0 ? [caption(block.caption), note(block.note ?? '')] : lines(block);
  }
}
