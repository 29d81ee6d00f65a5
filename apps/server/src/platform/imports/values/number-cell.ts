import { isNullCell, plainText } from './cell-text.ts';
import { EMPTY, type Parsed, parsedValue, problemOf } from './parsed.ts';

export interface NumberOptions {
  integer?: boolean;
  min?: number;
  max?: number;
}

const SCALES: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};
const COUNTERS = '(?:人|名|个|件|项|家|户|次|篇|页|月|年|天|日|岁|元|台|套|吨|亩)?';
const NUMBER = new RegExp(
  `^([-+]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?:e([-+]?\\d{1,2}))? ?(万亿|千万|百万|十万|亿|万|千|百|十)? ?余?${COUNTERS}(?:左右|以上)?$`,
  'i',
);

/** Reads a number: '1,234.5', '１２', '3.2万', '12人', '-5', '(5)' as in accounts, '1.2E+3'. Thousands must be grouped by three. */
export function parseNumberCell(cell: string, options: NumberOptions = {}): Parsed<number> {
  if (isNullCell(cell)) return EMPTY;
  const text = plainText(cell)
    .replace(/^\(([\d,.]+)\)$/, '-$1')
    .replace(/^约 ?/, '');
  const match = NUMBER.exec(text);
  if (match === null)
    return problemOf(
      'number.unreadable',
      cell,
      `“${cell}”不是可识别的数字。`,
      `"${cell}" is not a number that can be read.`,
    );
  const value = decimal(
    `${match[1]}${match[2]!.replaceAll(',', '')}${match[3] ?? ''}`,
    Number(match[4] ?? 0),
    SCALES[match[5] ?? ''] ?? 1,
  );
  if (options.integer && !Number.isInteger(value)) {
    return problemOf('number.not-integer', cell, `“${cell}”应为整数。`, `"${cell}" should be a whole number.`);
  }
  if (
    value < (options.min ?? -Infinity) ||
    value > (options.max ?? Infinity) ||
    Math.abs(value) > Number.MAX_SAFE_INTEGER
  ) {
    const range = `${options.min ?? ''}–${options.max ?? ''}`;
    return problemOf(
      'number.out-of-range',
      cell,
      `“${cell}”超出合理范围${range === '–' ? '' : `（${range}）`}。`,
      `"${cell}" is out of range${range === '–' ? '' : ` (${range})`}.`,
    );
  }
  return parsedValue(value);
}

/** digits × 10^exponent × scale (a power of ten) without the errors of binary fractions: 3.4 × 10,000 is 34,000. */
export function decimal(digits: string, exponent: number, scale: number): number {
  return Number(`${digits}e${exponent + Math.round(Math.log10(scale))}`);
}
