import { isNullCell, plainText } from './cell-text.ts';
import { decimal } from './number-cell.ts';
import { EMPTY, type Parsed, parsedValue, problemOf } from './parsed.ts';

const YES = new Set([
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  'y',
  'yes',
  't',
  'true',
  '1',
  '对',
  '已',
  '在',
  '通过',
  '合格',
  '1.0',
]);
const NO = new Set([
  '否',
  '不',
  '不是',
  '×',
  '✗',
  '✘',
  '☐',
  'x',
  'n',
  'no',
  'f',
  'false',
  '0',
  '错',
  '未',
  '未通过',
  '不合格',
  '0.0',
]);

/** Reads yes and no: 是/否, √/×, Y/N, TRUE/FALSE, 1/0, 有/无. `无` alone is no here, not "nothing". */
export function parseBooleanCell(cell: string): Parsed<boolean> {
  const text = plainText(cell).toLowerCase();
  if (YES.has(text)) return parsedValue(true);
  if (NO.has(text) || text === '无' || text === '没有') return parsedValue(false);
  if (isNullCell(cell)) return EMPTY;
  return problemOf('boolean.unreadable', cell, `“${cell}”应填“是”或“否”。`, `"${cell}" should be 是 (yes) or 否 (no).`);
}

export interface PercentOptions {
  /** What a number without % means: 0.7 as a share (default when ≤ 1) or 70 as percent. Default: above 1 percent, else a share. */
  bare?: 'share' | 'percent';
}

/** Reads a percentage as a share of one: '70%' → 0.7, '百分之七十' → 0.7, '7折' is refused. Above 100 % is a problem. */
export function parsePercentCell(cell: string, options: PercentOptions = {}): Parsed<number> {
  if (isNullCell(cell)) return EMPTY;
  const text = plainText(cell);
  const match = /^(\d+(?:\.\d+)?) ?(%|‰)?$/.exec(text) ?? /^百分之 ?(\d+(?:\.\d+)?)()$/.exec(text);
  const spoken = match === null ? spokenPercent(text) : undefined;
  if (match === null && spoken === undefined) {
    return problemOf(
      'percent.unreadable',
      cell,
      `“${cell}”不是可识别的百分比。请写成如“70%”。`,
      `"${cell}" is not a percentage that can be read. Write for example "70%".`,
    );
  }
  const figure = match?.[1] ?? String(spoken);
  const marked = spoken !== undefined || match?.[2] === '%' || text.startsWith('百分之');
  const percent =
    marked ||
    (match?.[2] !== '‰' && (options.bare === 'percent' || (options.bare === undefined && Number(figure) > 1)));
  const share = match?.[2] === '‰' ? decimal(figure, -3, 1) : percent ? decimal(figure, -2, 1) : Number(figure);
  if (share > 1) {
    return problemOf(
      'percent.out-of-range',
      cell,
      `“${cell}”超过 100%，请核对。`,
      `"${cell}" is above 100%. Please check it.`,
    );
  }
  return parsedValue(share);
}

const NUMERALS = '零一二三四五六七八九';

/** '百分之七十', '百分之八十五' → 70, 85. */
function spokenPercent(text: string): number | undefined {
  const match = /^百分之([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '百分之') return text === '百分之百' ? 100 : undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return last === undefined && first !== undefined ? NUMERALS.indexOf(first) : undefined;
  return (first === undefined ? 1 : NUMERALS.indexOf(first)) * 10 + (last === undefined ? 0 : NUMERALS.indexOf(last));
}
