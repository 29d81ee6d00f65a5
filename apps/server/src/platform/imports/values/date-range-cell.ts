import { isNullCell, plainText } from './cell-text.ts';
import { type DateOptions, parseDateCell } from './date-cell.ts';
import { EMPTY, type Parsed, parsedValue, problemOf } from './parsed.ts';

/** `to` null: without end ('长期', '至今'). `from` null: only the end is given ('至2031年3月4日'). */
export interface DateRange {
  from: string | null;
  to: string | null;
}

const OPEN_END = /^(?:长期|永久|永续|至今|今|无固定期限|不约定期限|\/|-|无)$/;
const DATE = '(\\d{4}(?: ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日?|[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{4}))';
const RANGE = new RegExp(
  `^(?:自|从)? ?${DATE} ?(?:起)? ?(?:至|到|~|-{1,2}|—{1,2}|–|,|;|起至)? ?(?:${DATE}|(长期|永久|永续|至今|今|无固定期限|不约定期限))? ?(?:止|日止)?$`,
);
const END_ONLY = new RegExp(`^(?:至|到|截至|有效期至)[:：]? ?${DATE} ?(?:止)?$`);

/** Reads periods: '2021年03月04日至2031年03月03日', '2021-03-04 至 2031-03-03', '2021-03-04~长期', '20210304-20310303', '至2031年3月3日'. */
export function parseDateRangeCell(cell: string, options: DateOptions = {}): Parsed<DateRange> {
  if (isNullCell(cell)) return EMPTY;
  const text = plainText(cell)
    .replace(/[()]/g, '')
    .replace(/ 00:00(?::00)?/g, '');
  if (OPEN_END.test(text)) return parsedValue({ from: null, to: null });
  const endOnly = END_ONLY.exec(text);
  if (endOnly) return build(cell, undefined, endOnly[1], false, options);
  const match = RANGE.exec(text);
  if (match === null || (match[2] === undefined && match[3] === undefined)) {
    return problemOf(
      'date-range.unreadable',
      cell,
      `“${cell}”不是可识别的期限。请写成“2021-03-04 至 2031-03-03”。`,
      `"${cell}" is not a period that can be read. Write "2021-03-04 至 2031-03-03".`,
    );
  }
  return build(cell, match[1], match[2], match[3] !== undefined, options);
}

function build(
  cell: string,
  fromText: string | undefined,
  toText: string | undefined,
  open: boolean,
  options: DateOptions,
): Parsed<DateRange> {
  const from = fromText === undefined ? undefined : parseDateCell(fromText, options);
  const to = toText === undefined ? undefined : parseDateCell(toText, options);
  for (const part of [from, to]) if (part?.kind === 'problem') return part;
  const range: DateRange = {
    from: from?.kind === 'value' ? from.value.date : null,
    to: !open && to?.kind === 'value' ? to.value.date : null,
  };
  if (range.from !== null && range.to !== null && range.to < range.from) {
    return problemOf(
      'date-range.reversed',
      cell,
      `“${cell}”的止期早于起期，请改正。`,
      `The period "${cell}" ends before it begins. Please correct it.`,
    );
  }
  return parsedValue(range);
}
