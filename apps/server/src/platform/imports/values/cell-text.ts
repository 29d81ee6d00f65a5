const BLANKS = /[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad\p{Cc}]+/gu;

/** A cell as the parsers see it: half width, one blank at most between words, none around. Never used for names or titles. */
export function plainText(cell: string): string {
  return cell.normalize('NFKC').replace(BLANKS, ' ').trim();
}

const NULLS = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '―',
  '_',
  '/',
  '//',
  '\\',
  '.',
  '·',
  '*',
  '无',
  '暂无',
  '没有',
  '未知',
  '不详',
  '空',
  '未填',
  '未填报',
  '未公开',
  '不适用',
  '无数据',
  '暂无数据',
  '暂无信息',
  'n/a',
  'na',
  '#n/a',
  'null',
  'nil',
  'none',
  'nan',
  'undefined',
  '(空)',
  '(无)',
  '(null)',
  '<null>',
  '[null]',
  '#value!',
  '#ref!',
  '#name?',
  '#div/0!',
  '#null!',
  '#num!',
]);

/** Whether a cell says "nothing": blank, a dash, '无', '暂无', 'N/A', 'null', an error value of Excel. */
export function isNullCell(cell: string): boolean {
  if (cell.length > 12) return cell.trim() === '';
  return NULLS.has(plainText(cell).toLowerCase().replaceAll(' ', ''));
}
