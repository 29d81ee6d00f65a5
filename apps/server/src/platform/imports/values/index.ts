/** Pure parsers for the spellings found in senders' cells (dates, money, numbers, lists, yes/no). */
export { isNullCell, plainText } from './cell-text.ts';
export { type PercentOptions, parseBooleanCell, parsePercentCell } from './choice-cells.ts';
export { type DateOptions, type DateValue, findDateOrder, parseDateCell } from './date-cell.ts';
export { type DateRange, parseDateRangeCell } from './date-range-cell.ts';
export { type MoneyOptions, type MoneyValue, parseMoneyCell } from './money-cell.ts';
export { type NumberOptions, parseNumberCell } from './number-cell.ts';
export type { Parsed, ValueProblem, ValueProblemCode } from './parsed.ts';
export { findListSeparator, type ListSeparator, splitList } from './split-list.ts';
