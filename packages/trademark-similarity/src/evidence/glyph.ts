import { glyphs, partsOfGlyph } from '../signs/glyphs.ts';
import type { Said } from './say.ts';

/** How two characters look alike, in words; undefined where they do not. */
export interface GlyphEvidence extends Said {
  /** 1 a part in common … 5 easily taken for each other. */
  readonly degree: number;
}

const STRUCTURES: Readonly<Record<string, Said>> = {
  '⿰': { zh: '左右结构', en: 'side by side' },
  '⿱': { zh: '上下结构', en: 'one above the other' },
  '⿲': { zh: '左中右结构', en: 'three side by side' },
  '⿳': { zh: '上中下结构', en: 'three above each other' },
  '⿴': { zh: '全包围结构', en: 'enclosed' },
  '⿸': { zh: '半包围结构', en: 'half enclosed' },
  '⿺': { zh: '半包围结构', en: 'half enclosed' },
  '⿵': { zh: '半包围结构', en: 'half enclosed' },
};

export function glyphEvidence(a: number, b: number): GlyphEvidence | undefined {
  const degree = glyphs.degree(a, b);
  if (degree === 0) return undefined;
  const [x, y] = [partsOfGlyph(a), partsOfGlyph(b)];
  const [signA, signB] = [String.fromCharCode(a), String.fromCharCode(b)];
  const common = [...(x?.parts ?? '')].find((part) => y?.parts.includes(part));
  const structure = x !== undefined && x.structure === y?.structure ? STRUCTURES[x.structure] : undefined;
  const why: Said[] = [];
  if (structure !== undefined) why.push({ zh: `均为${structure.zh}`, en: `both ${structure.en}` });
  if (common !== undefined) why.push({ zh: `含相同部件“${common}”`, en: `both with ${common}` });
  else if (x?.parts.includes(signB)) why.push({ zh: `“${signA}”含“${signB}”`, en: `${signA} contains ${signB}` });
  else if (y?.parts.includes(signA)) why.push({ zh: `“${signB}”含“${signA}”`, en: `${signB} contains ${signA}` });
  else if (structure === undefined || degree >= 4) why.push({ zh: '整体轮廓相近', en: 'close outline' });
  const word = degree >= 2 ? '字形相近' : '字形有相近之处';
  return {
    degree,
    zh: `${word}（${why.map(({ zh }) => zh).join('，')}）`,
    en: `look ${degree >= 2 ? 'alike' : 'partly alike'} (${why.map(({ en }) => en).join(', ')})`,
  };
}
