import type { OfficialPaper, PaperBlock } from '@jince/contract';
import { AlignmentType, BorderStyle, Paragraph, type Table, TextRun } from 'docx';
import {
  blank,
  FANG,
  GRID_LINE,
  HEI,
  half,
  KAI,
  LETTER,
  LINE,
  line,
  RED,
  twips,
  XIAOBIAOSONG,
} from './docx-paper-faces.ts';
import { docxColophon, docxForm, docxMasthead, docxTable, joined } from './docx-paper-tables.ts';
import { MEASURES } from './measures.ts';

type BlockOf<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;
type Flow = (Paragraph | Table)[];

const { CENTER, RIGHT, BOTH, LEFT } = AlignmentType;
const HEADING_FACES = [HEI, KAI, FANG, FANG];

/** Points a 发文机关标志 may have so that it and its suffix fit the width of the text. */
export function mastheadPt({ issuers, suffix }: BlockOf<'masthead'>): number {
  const letters =
    Math.max(...issuers.map((name) => [...name].length)) + (suffix === '' ? 0.2 : [...suffix].length + 0.8);
  return Math.floor(Math.min(MEASURES.mastheadMostPt, ((MEASURES.textWidthMm / 25.4) * 72) / letters));
}

function masthead(block: BlockOf<'masthead'>, paper: OfficialPaper): Flow {
  // A 信函 bears it in the head of its first page.
  if (paper.head === 'letter') return [];
  const run = { font: XIAOBIAOSONG, color: RED, size: half(mastheadPt(block)) };
  const before = twips(MEASURES.mastheadDropMm);
  if (block.issuers.length > 1) {
    // Space before a table needs a line of its own.
    const gap = new Paragraph({ spacing: { line: before, lineRule: 'exact' }, children: [] });
    return [gap, docxMasthead(block, run)];
  }
  return [
    new Paragraph({
      alignment: CENTER,
      spacing: { before },
      children: [new TextRun({ text: `${block.issuers[0] ?? ''}${block.suffix}`, ...run })],
    }),
  ];
}

function number(text: string, paper: OfficialPaper): Flow {
  if (paper.head === 'letter') return [line(text, { align: RIGHT }), ...blank(MEASURES.titleDropLines)];
  if (paper.head === 'none') return [line(text, { align: RIGHT })];
  return [
    ...blank(MEASURES.numberDropLines),
    new Paragraph({
      alignment: CENTER,
      spacing: GRID_LINE,
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          size: 12,
          color: RED,
          space: Math.round((MEASURES.redLineDropMm / 25.4) * 72),
        },
      },
      children: [new TextRun({ text, font: FANG, size: half(MEASURES.bodyPt) })],
    }),
    ...blank(MEASURES.titleDropLines),
  ];
}

const titleLine = (text: string, more: object = {}) =>
  new Paragraph({
    alignment: CENTER,
    outlineLevel: 0,
    spacing: { line: Math.round(LINE * 1.18), lineRule: 'exact' },
    children: [new TextRun({ text, font: XIAOBIAOSONG, size: half(MEASURES.titlePt) })],
    ...more,
  });

function attachments({ lead: word, items }: BlockOf<'attachments'>): Flow {
  const one = items.length === 1;
  return [
    line('', { keepNext: true }),
    ...items.map((item, at) => {
      const lead = at === 0 ? word : '';
      const hang = one ? 3 : 4;
      return new Paragraph({
        keepNext: true,
        alignment: LEFT,
        indent: { left: (2 + hang) * LETTER, hanging: (at === 0 ? hang : 1) * LETTER },
        spacing: GRID_LINE,
        children: [
          new TextRun({ text: `${lead}${one ? '' : `${at + 1}.`}${item}`, font: FANG, size: half(MEASURES.bodyPt) }),
        ],
      });
    }),
  ];
}

/** Letters a text takes: a Latin letter or digit half of one. */
const letters = (text: string) => [...text].reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 0.5 : 1), 0);

function signature({ issuers, date }: BlockOf<'signature'>, remarked: boolean): Flow {
  const free = [line('', { keepNext: true }), line('', { keepNext: true })];
  if (issuers.length > 1)
    return [
      ...free,
      joined(issuers),
      line(date, { align: RIGHT, keepNext: remarked, indent: { right: MEASURES.dateIndentLetters } }),
    ];
  const [issuer = ''] = issuers;
  const over = (letters(issuer) - letters(date)) / 2;
  const right = Math.max(MEASURES.dateIndentLetters, over);
  return [
    ...free,
    line(issuer, { align: RIGHT, keepNext: true, indent: { right: right - over } }),
    line(date, { align: RIGHT, keepNext: remarked, indent: { right } }),
    ...(remarked ? [] : [line('')]),
  ];
}

/** What comes before the signature stays on its page (GB/T 9704-2012 7.3.5.1). */
function keepsNext(blocks: readonly PaperBlock[], at: number): boolean {
  const next = blocks[at + 1]?.kind;
  return next === 'signature' || (next === 'attachments' && blocks[at + 2]?.kind === 'signature');
}

/** A part of a paper as Word's own paragraphs and tables, on the grid of 22 lines. */
export function docxPaperBlock(paper: OfficialPaper, at: number): Flow {
  const block = paper.blocks[at] as PaperBlock;
  const keepNext = keepsNext(paper.blocks, at);
  switch (block.kind) {
    case 'masthead':
      return masthead(block, paper);
    case 'number':
      return number(block.text, paper);
    case 'title':
      return [...block.lines.map((text) => titleLine(text)), ...blank(MEASURES.recipientDropLines)];
    case 'recipient':
      return [line(block.text)];
    case 'heading':
      return [
        line(block.text, {
          keepNext: true,
          indent: { first: 2 },
          outlineLevel: block.level,
          run: { font: HEADING_FACES[block.level - 1] ?? FANG },
        }),
      ];
    case 'remark':
      return [line(block.text, { align: LEFT, indent: { first: 2 } })];
    case 'paragraph':
      return [line(block.text, { align: BOTH, indent: { first: 2 }, keepNext })];
    case 'note':
      return [line(block.text, { align: BOTH, indent: { first: 2 }, keepNext, run: { font: KAI } })];
    case 'table':
      return docxTable(block);
    case 'form':
      return docxForm(block);
    case 'attachments':
      return attachments(block);
    case 'signature':
      return signature(block, paper.blocks[at + 1]?.kind === 'remark');
    case 'annex':
      return [
        new Paragraph({
          pageBreakBefore: true,
          spacing: GRID_LINE,
          children: [new TextRun({ text: block.label, font: HEI, size: half(MEASURES.bodyPt) })],
        }),
        line(''),
        titleLine(block.title),
      ];
    case 'colophon':
      return [docxColophon(block), new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })];
  }
}
