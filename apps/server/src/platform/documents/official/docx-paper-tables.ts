import type { PaperBlock } from '@jince/contract';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IRunOptions,
  type ITableCellOptions,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { FANG, HEI, half, line, TEXT_WIDTH } from './docx-paper-faces.ts';
import { MEASURES } from './measures.ts';

type BlockOf<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;
type Run = Pick<IRunOptions, 'font' | 'size' | 'color'>;

const { CENTER, RIGHT, LEFT, DISTRIBUTE } = AlignmentType;
const SIDES = { left: LEFT, center: CENTER, right: RIGHT };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE };

const split = (shares: readonly number[]) => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.round((TEXT_WIDTH * share) / total));
};

const texts = (text: string, run: Run, align: (typeof SIDES)[keyof typeof SIDES]) =>
  text.split('\n').map((one) => new Paragraph({ alignment: align, children: [new TextRun({ text: one, ...run })] }));

function grid(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    rows: [...rows],
  });
}

const cellOf = (children: Paragraph[], width: number, more: Partial<ITableCellOptions> = {}) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children,
    ...more,
  });

export function docxTable(block: BlockOf<'table'>): (Paragraph | Table)[] {
  const size = half(block.columns.length >= MEASURES.wideTableColumns ? MEASURES.wideTablePt : MEASURES.tablePt);
  const widths = split(block.columns.map((column) => column.width));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, at) =>
      cellOf(texts(column.title, { font: HEI, size }, CENTER), widths[at] ?? 0),
    ),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: block.columns.map((column, at) =>
          cellOf(texts(row[at] ?? '', { font: FANG, size }, SIDES[column.align]), widths[at] ?? 0),
        ),
      }),
  );
  const caption =
    block.caption === null
      ? []
      : [line(block.caption, { align: CENTER, keepNext: true, run: { font: HEI, size: 28 } })];
  const note = block.note === null ? [] : texts(block.note, { font: FANG, size }, LEFT);
  return [...caption, grid(widths, [head, ...rows]), ...note, line('')];
}

export function docxForm(block: BlockOf<'form'>): (Paragraph | Table)[] {
  const size = half(MEASURES.formPt);
  const widths = split(block.columns);
  const rows = block.rows.map((row) => {
    let column = 0;
    const lines = Math.max(...row.map((cell) => cell.lines + (cell.foot === null ? 0 : 1)));
    return new TableRow({
      cantSplit: true,
      height: { value: Math.round(lines * MEASURES.formPt * 20 * 1.45) + 80, rule: HeightRule.ATLEAST },
      children: row.map((cell) => {
        const width = widths.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
        column += cell.span;
        const run = { font: cell.label ? HEI : FANG, size };
        const children = texts(cell.text, run, cell.label ? CENTER : LEFT);
        if (cell.foot !== null) children.push(...texts(cell.foot, run, RIGHT));
        const bottom = cell.foot !== null && cell.text === '' ? { verticalAlign: VerticalAlign.BOTTOM } : {};
        return cellOf(children, width, { columnSpan: cell.span, ...bottom });
      }),
    });
  });
  return [grid(widths, rows), line('')];
}

const bare = (widths: readonly number[], rows: readonly TableRow[]) =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { ...BARE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [...rows],
  });

/** Joint issuers one above the other, spread to one width, with 文件 beside them. */
export function docxMasthead({ issuers, suffix }: BlockOf<'masthead'>, run: Run): Table {
  const longest = Math.max(...issuers.map((name) => [...name].length));
  const widths = split([longest + 0.4, [...suffix].length + 0.4]);
  const rows = issuers.map(
    (name, at) =>
      new TableRow({
        children: [
          cellOf(
            [new Paragraph({ alignment: DISTRIBUTE, children: [new TextRun({ text: name, ...run })] })],
            widths[0] ?? 0,
          ),
          ...(at > 0 ? [] : [cellOf(texts(suffix, run, CENTER), widths[1] ?? 0, { rowSpan: issuers.length })]),
        ],
      }),
  );
  return bare(widths, rows);
}

/** Names of joint issuers side by side, room for their seals. */
export function joined(issuers: readonly string[]): Table {
  const widths = split([1, 1]);
  const rows: TableRow[] = [];
  for (let at = 0; at < issuers.length; at += 2) {
    const names = [issuers[at] ?? '', issuers[at + 1] ?? ''];
    rows.push(
      new TableRow({
        cantSplit: true,
        children: names.map((name, side) => cellOf([line(name, { align: CENTER, keepNext: true })], widths[side] ?? 0)),
      }),
    );
  }
  return bare(widths, rows);
}

/** 版记 at the foot of the last page: thick line, copies, thin line, printer and day, thick line. */
export function docxColophon(block: BlockOf<'colophon'>): Table {
  const run = { font: FANG, size: half(MEASURES.colophonPt) };
  const rule = (mm: number) => ({ style: BorderStyle.SINGLE, size: Math.round((mm / 25.4) * 72 * 8), color: '000000' });
  const [thick, thin] = [rule(MEASURES.thickLineMm), rule(MEASURES.thinLineMm)];
  const letter = MEASURES.colophonPt * 20;
  const [wide, narrow] = split([3, 2]) as [number, number];
  const margins = { left: letter, right: letter, top: 20, bottom: 20 };
  const copies =
    block.copyTo === null
      ? []
      : [
          new TableRow({
            children: [
              cellOf(
                [
                  new Paragraph({
                    indent: { left: 3 * letter, hanging: 3 * letter },
                    children: [new TextRun({ text: `${block.copyLead}${block.copyTo}`, ...run })],
                  }),
                ],
                TEXT_WIDTH,
                { columnSpan: 2, margins },
              ),
            ],
          }),
        ];
  const printed = new TableRow({
    children: [
      cellOf(texts(block.printer, run, LEFT), wide, { margins: { ...margins, right: 0 } }),
      cellOf(texts(block.printedOn, run, RIGHT), narrow, { margins: { ...margins, left: 0 } }),
    ],
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [wide, narrow],
    layout: TableLayoutType.FIXED,
    borders: { top: thick, bottom: thick, left: NONE, right: NONE, insideHorizontal: thin, insideVertical: NONE },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: [...copies, printed],
  });
}
