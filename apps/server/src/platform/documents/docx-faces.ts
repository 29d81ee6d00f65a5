import type { IRunPropertiesOptions } from 'docx';

/** Faces every office machine has; sizes in half points. */
export const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
export const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
export const INK = '1F2A37';
export const FAINT = '5B6672';
export const HAIR = 'C9CDD2';
export const INDIGO = '234A78';
export const CINNABAR = 'B3392F';

const heading = (size: number, color: string, outlineLevel: number, before: number) => ({
  run: { font: HEI, size, bold: outlineLevel < 2, color },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, outlineLevel },
});

export const styles = {
  default: {
    document: { run: { font: SONG, size: 24, color: INK } satisfies IRunPropertiesOptions },
    heading1: heading(32, INK, 0, 360),
    heading2: heading(27, INK, 1, 300),
    heading3: heading(23, INDIGO, 2, 240),
  },
};
