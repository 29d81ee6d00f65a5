import {
  AlignmentType,
  Document,
  Footer,
  Header,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { OfficialDocument } from './document.ts';
import { docxBlock } from './docx-blocks.ts';
import { CINNABAR, FAINT, HEI, styles } from './docx-faces.ts';

const A4 = { width: 11906, height: 16838 };
const MARGIN = { top: 1700, bottom: 1470, left: 1530, right: 1416, header: 850, footer: 800 };

const centred = (text: string, run: { size: number; bold?: boolean; color?: string; hei?: boolean }, before = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 120 },
    children: [
      new TextRun({
        text,
        size: run.size,
        ...(run.bold === undefined ? {} : { bold: run.bold }),
        ...(run.color === undefined ? {} : { color: run.color }),
        ...(run.hei === true ? { font: HEI } : {}),
      }),
    ],
  });

function cover(document: OfficialDocument): Paragraph[] {
  return [
    ...document.title.map((row, at) => centred(row, { size: 52, bold: true }, at === 0 ? 3600 : 0)),
    centred(document.subtitle, { size: 28, color: FAINT, hei: true }, 300),
    ...document.cover.map(({ label, value }, at) =>
      centred(`${label}　${value}`, { size: 21, color: FAINT }, at === 0 ? 4200 : 0),
    ),
    centred(document.issuer, { size: 30 }, 1200),
    centred(document.date, { size: 26 }),
  ];
}

/** Running head with the mark, which also lies across the page. */
function header(document: OfficialDocument, running: boolean): Header {
  const { mark } = document;
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          ...(running ? [new TextRun({ text: document.header, size: 17, color: FAINT, font: HEI })] : []),
          ...(mark === null
            ? []
            : [
                new TextRun({ text: `　${mark}`, size: 17, color: CINNABAR, font: HEI }),
                new TextWatermark({ text: mark, font: '黑体', color: CINNABAR, opacity: 0.12, width: 320 }),
              ]),
        ],
      }),
    ],
  });
}

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 21 })],
      }),
    ],
  });

/** The same document as {@link renderPdf} lays out, as an editable Word file with Word's own charts. */
export async function renderDocx(document: OfficialDocument): Promise<Buffer> {
  const page = { size: A4, margin: MARGIN };
  const file = new Document({
    title: document.title.join(' '),
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    styles,
    sections: [
      { properties: { page }, headers: { default: header(document, false) }, children: cover(document) },
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: { ...page, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } },
        },
        headers: { default: header(document, true) },
        footers: { default: footer() },
        children: [
          centred(document.contentsTitle, { size: 32, bold: true, hei: true }),
          new TableOfContents(document.contentsTitle, { hyperlink: true, headingStyleRange: '1-2' }),
          new Paragraph({ pageBreakBefore: true }),
          ...document.blocks.flatMap(docxBlock),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
