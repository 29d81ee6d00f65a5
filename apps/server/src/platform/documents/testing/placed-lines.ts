import type { OfficialPaper } from '@jince/contract';
import { SaxesParser } from 'saxes';
import { layOutPaper } from '../official/render-official-pdf.ts';

export interface PlacedLine {
  /** From 1. */
  readonly page: number;
  /** Of the baseline's start, in mm from the upper left corner of the page. */
  readonly xMm: number;
  readonly yMm: number;
  readonly text: string;
}

const MM = 25.4 / 72;

/** Every run of text where the layout of the PDF puts it. */
export function placedLines(paper: OfficialPaper): PlacedLine[] {
  const svg = layOutPaper({ paper, createdAtSeconds: 1 }, (typst, laidOut) => typst.svg(laidOut));
  const lines: PlacedLine[] = [];
  const moves: (readonly [number, number])[] = [];
  let page = 0;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.attributes.class?.startsWith('typst-page')) page += 1;
    const move = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(tag.attributes.transform ?? '');
    const ofPage = tag.attributes.class?.startsWith('typst-page') === true;
    moves.push(move === null || ofPage ? [0, 0] : [Number(move[1]), Number(move[2])]);
    inText = tag.attributes.class === 'tsel';
  });
  parser.on('text', (text) => {
    if (!inText) return;
    const [x, y] = moves.reduce(([left, top], [dx, dy]) => [left + dx, top + dy] as const, [0, 0] as const);
    lines.push({ page, xMm: x * MM, yMm: y * MM, text });
  });
  parser.on('closetag', () => {
    moves.pop();
    inText = false;
  });
  // The styles of the file are HTML, not part of what is laid out.
  parser.write(svg.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '').replace(/&nbsp;/g, ' ')).close();
  return lines;
}
