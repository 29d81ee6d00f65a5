import { type AlignmentType, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { MEASURES } from './measures.ts';

const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });

/** Faces of the standard by the names office machines know. */
export const FANG = face('仿宋_GB2312');
export const XIAOBIAOSONG = face('方正小标宋简体');
export const HEI = face('黑体');
export const KAI = face('楷体_GB2312');
export const SONG = face('宋体');
export const RED = 'FF0000';

/** What stands in on a machine without the face; Word reads it from the table of fonts. */
export const FALLBACKS: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,STFangsong,Noto Serif CJK SC',
  方正小标宋简体: '华文中宋,STZhongsong,小标宋,宋体,Noto Serif CJK SC',
  楷体_GB2312: '楷体,KaiTi,STKaiti,Noto Serif CJK SC',
};

export const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
/** Half points, as Word counts sizes. */
export const half = (pt: number) => Math.round(pt * 2);
/** One line of the grid: 22 to the height of the text. */
export const LINE = Math.floor(twips(MEASURES.textHeightMm) / MEASURES.linesPerPage);
export const TEXT_WIDTH = twips(MEASURES.textWidthMm);
/** One letter of the grid: 28 to the width of the text. */
export const LETTER = Math.floor(TEXT_WIDTH / MEASURES.lettersPerLine);
export const GRID_LINE = { line: LINE, lineRule: LineRuleType.EXACT } as const;

export interface Line {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly run?: Partial<IRunOptions>;
  /** Letters of indentation: first line, left, right. */
  readonly indent?: { readonly first?: number; readonly left?: number; readonly right?: number };
  readonly before?: number;
  readonly keepNext?: boolean;
  readonly outlineLevel?: number;
}

/** One paragraph on the grid of lines. */
export function line(text: string, options: Line = {}): Paragraph {
  const { align, run, indent, before, keepNext, outlineLevel } = options;
  return new Paragraph({
    ...(align === undefined ? {} : { alignment: align }),
    ...(keepNext === true ? { keepNext } : {}),
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(indent === undefined
      ? {}
      : {
          indent: {
            ...(indent.first === undefined
              ? {}
              : { firstLineChars: indent.first * 100, firstLine: indent.first * LETTER }),
            ...(indent.left === undefined ? {} : { left: indent.left * LETTER }),
            ...(indent.right === undefined ? {} : { right: indent.right * LETTER }),
          },
        }),
    spacing: { ...GRID_LINE, ...(before === undefined ? {} : { before }) },
    children: [new TextRun({ text, font: FANG, size: half(MEASURES.bodyPt), ...run })],
  });
}

export const blank = (lines: number) => Array.from({ length: lines }, () => line(''));
