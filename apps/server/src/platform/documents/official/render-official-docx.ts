import type { OfficialPaper, PaperBlock } from '@jince/contract';
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { docxPaperBlock, mastheadPt } from './docx-paper-blocks.ts';
import { FALLBACKS, FANG, half, LINE, RED, SONG, twips, XIAOBIAOSONG } from './docx-paper-faces.ts';
import { MEASURES } from './measures.ts';

const BOTTOM_MM = MEASURES.pageHeightMm - MEASURES.topMm - MEASURES.textHeightMm;
const RIGHT_MM = MEASURES.pageWidthMm - MEASURES.leftMm - MEASURES.textWidthMm;
const LETTER_SIDE_MM = (MEASURES.pageWidthMm - MEASURES.letterLineMm) / 2;

const page = (letter: boolean) => ({
  size: { width: twips(MEASURES.pageWidthMm), height: twips(MEASURES.pageHeightMm) },
  margin: {
    top: twips(MEASURES.topMm),
    bottom: twips(BOTTOM_MM),
    left: twips(MEASURES.leftMm),
    right: twips(RIGHT_MM),
    header: twips(letter ? MEASURES.letterTopMm : MEASURES.letterFootMm),
    // The dashes beside the number stand in the middle of its line.
    footer: letter
      ? twips(MEASURES.letterFootMm)
      : twips(BOTTOM_MM - MEASURES.pageNumberDropMm) - MEASURES.pageNumberPt * 10,
  },
});

/** 22 lines of 28 letters: the pitch of lines in twips, that of letters as the difference to 三号 in 4096ths of a point. */
const grid = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch: LINE,
  charSpace: Math.round(
    (((MEASURES.textWidthMm / 25.4) * 72) / MEASURES.lettersPerLine) * 4096 - MEASURES.bodyPt * 4096,
  ),
};

function mark(text: string | null) {
  return text === null ? [] : [new TextWatermark({ text, font: '黑体', color: 'B3392F', opacity: 0.12, width: 320 })];
}

/** Indents that widen a line of the text's width to that of a 信函. */
const widened = { left: -twips(MEASURES.leftMm - LETTER_SIDE_MM), right: -twips(RIGHT_MM - LETTER_SIDE_MM) };

function letterHead(paper: OfficialPaper): Header {
  const block = paper.blocks.find((one): one is Extract<PaperBlock, { kind: 'masthead' }> => one.kind === 'masthead');
  const run = { font: XIAOBIAOSONG, color: RED, size: block === undefined ? 44 : half(mastheadPt(block)) };
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: widened,
        border: {
          bottom: {
            style: BorderStyle.THICK_THIN_SMALL_GAP,
            size: 24,
            color: RED,
            space: Math.round((MEASURES.letterLineDropMm / 25.4) * 72),
          },
        },
        children: [new TextRun({ text: block?.issuers[0] ?? '', ...run }), ...mark(paper.mark)],
      }),
    ],
  });
}

const letterFoot = () =>
  new Footer({
    children: [
      new Paragraph({
        indent: widened,
        spacing: { line: 60, lineRule: 'exact' },
        border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: RED, space: 0 } },
        children: [],
      }),
    ],
  });

/** A 信函 has its foot lower than its numbers: the line of the number is lifted. */
const numbered = (side: 'left' | 'right', letter: boolean) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: MEASURES.pageNumberPt * 20 },
        spacing: {
          after: letter
            ? twips(BOTTOM_MM - MEASURES.pageNumberDropMm - MEASURES.letterFootMm) - MEASURES.pageNumberPt * 10
            : 0,
        },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: SONG, size: half(MEASURES.pageNumberPt) }),
        ],
      }),
    ],
  });

/** Fonts with their stand-ins, which Word takes where a machine lacks the face. */
function fontTable(): string {
  const fonts = Object.entries(FALLBACKS).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

/** The same paper as {@link renderOfficialPdf}, as an editable Word file on the grid of 22 lines and 28 letters. */
export async function renderOfficialDocx(paper: OfficialPaper, issuer: string): Promise<Buffer> {
  const letter = paper.head === 'letter';
  const head = () => new Header({ children: [new Paragraph({ children: mark(paper.mark) })] });
  const file = new Document({
    title: paper.title,
    creator: issuer,
    lastModifiedBy: issuer,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FANG, size: half(MEASURES.bodyPt) } } } },
    sections: [
      {
        properties: { page: page(letter), grid, titlePage: letter },
        headers: { default: head(), even: head(), ...(letter ? { first: letterHead(paper) } : {}) },
        footers: {
          default: numbered('right', letter),
          even: numbered('left', letter),
          ...(letter ? { first: letterFoot() } : {}),
        },
        children: paper.blocks.flatMap((_block, at) => docxPaperBlock(paper, at)),
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}
