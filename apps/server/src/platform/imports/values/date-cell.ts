import { isNullCell, plainText } from './cell-text.ts';
import { EMPTY, type Parsed, parsedValue, problemOf } from './parsed.ts';

export interface DateValue {
  /** 'YYYY-MM-DD'; the first day of the month or year when the cell says no more. */
  date: string;
  precision: 'day' | 'month' | 'year';
  /** 'HH:MM' or 'HH:MM:SS' when the cell holds a time. */
  time?: string;
}

export interface DateOptions {
  /** Order of dates such as 04.03.2021 in this column ('dmy' in Europe and PATENTSCOPE, 'mdy' in the USA). Default: only unambiguous ones are read. */
  order?: 'dmy' | 'mdy';
  /** Whether bare numbers of five digits are Excel serials. Default true. */
  serials?: boolean;
}

const TIME = /[ t]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: *([ap]m))?(?:z|[+-]\d{2}:?\d{2})?$/i;
const ZONE = /(?:z|[+-]\d{2}:\d{2})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86_400_000;
/** 1927-05-18 and 2199-12-31. Fewer digits would be taken for a year, a later day is hardly meant. */
const SERIAL_RANGE = [10_000, 109_575] as const;
const YEAR_RANGE = [1850, 2199] as const;

/**
 * Reads a date in any spelling of senders' files: 2021-03-04, 20210304, 2021/3/4, 2021.03.04, 2021年3月4日, 4 Mar 2021,
 * an Excel serial, 04.03.2021 by the column's order, with or without a time; months ('2021-03') and years ('2021年') with
 * their precision. Impossible dates and years of two digits are problems, never guessed.
 */
export function parseDateCell(cell: string, options: DateOptions = {}): Parsed<DateValue> {
  if (isNullCell(cell)) return EMPTY;
  const whole = plainText(cell);
  const { text, time } = splitTime(whole);
  const parsed =
    yearFirst(text, cell) ??
    chinese(text, cell) ??
    digits(text, cell, options) ??
    yearLast(text, cell, options) ??
    english(text, cell);
  if (parsed === undefined) return unreadable(cell);
  if (parsed.kind === 'value' && time !== undefined) return parsedValue({ ...parsed.value, time });
  return parsed;
}

function splitTime(whole: string): { text: string; time?: string } {
  const match = TIME.exec(whole);
  if (match === null) return { text: whole.replace(/^(\d{4}-\d{2}-\d{2})(?:z|[+-]\d{2}:\d{2})$/i, '$1') };
  let hour = Number(match[1]);
  if (match[4]) hour = (hour % 12) + (/p/i.test(match[4]) ? 12 : 0);
  if (hour > 24 || Number(match[2]) > 59) return { text: whole };
  const time = `${String(hour % 24).padStart(2, '0')}:${match[2]}${match[3] ? `:${match[3]}` : ''}`;
  const text = whole.slice(0, match.index).replace(ZONE, '').trim();
  return /^0?0:00(?::00)?$/.test(time) ? { text } : { text, time };
}

type Result = Parsed<DateValue> | undefined;

function yearFirst(text: string, cell: string): Result {
  const match = /^(\d{4}) ?[-/.,] ?(\d{1,2})(?: ?[-/.,] ?(\d{1,2}))?\.?$/.exec(text);
  return match ? fromParts(cell, match[1]!, match[2], match[3]) : undefined;
}

function chinese(text: string, cell: string): Result {
  const match = /^(?:公元)?(\d{2,4}) ?年(?: ?(\d{1,2}) ?月(?:份)?(?: ?(\d{1,2}) ?[日号]?)?)?$/.exec(
    text.replace(/ (?=[年月日号])/g, ''),
  );
  if (match === null) return undefined;
  if (match[1]!.length !== 4) return twoDigitYear(cell);
  return fromParts(cell, match[1]!, match[2], match[3]);
}

function digits(text: string, cell: string, options: DateOptions): Result {
  if (/^\d{8}$/.test(text)) return fromParts(cell, text.slice(0, 4), text.slice(4, 6), text.slice(6, 8));
  if (/^\d{4}$/.test(text)) return fromParts(cell, text);
  if (/^\d{6}$/.test(text)) {
    const month = Number(text.slice(4));
    const year = Number(text.slice(0, 4));
    if (year >= 1900 && year <= 2100 && month >= 1 && month <= 12)
      return fromParts(cell, text.slice(0, 4), text.slice(4));
    return twoDigitYear(cell);
  }
  if (!/^\d{5,6}(?:\.\d+)?$/.test(text) || options.serials === false) return undefined;
  const serial = Number(text);
  if (serial < SERIAL_RANGE[0] || serial > SERIAL_RANGE[1]) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
  return parsedValue({ date, precision: 'day' });
}

function yearLast(text: string, cell: string, options: DateOptions): Result {
  const match = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/.exec(text);
  if (match === null) return undefined;
  if (match[4]!.length === 2) return twoDigitYear(cell);
  const [first, second] = [Number(match[1]), Number(match[3])];
  // Dots are written by those who put the day first.
  const order =
    options.order ??
    (match[2] === '.' || first > 12 ? 'dmy' : second > 12 ? 'mdy' : first === second ? 'dmy' : undefined);
  if (order === undefined) {
    return problemOf(
      'date.ambiguous',
      cell,
      `“${cell}”的日和月无法区分，请为该列指定顺序（日月年或月日年），或改为 2021-03-04 的写法。`,
      `Day and month of "${cell}" cannot be told apart. Set the order of this column, or write 2021-03-04.`,
    );
  }
  return order === 'dmy'
    ? fromParts(cell, match[4]!, match[3], match[1])
    : fromParts(cell, match[4]!, match[1], match[3]);
}

function english(text: string, cell: string): Result {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (name === undefined || year === undefined) return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return month === -1 ? undefined : fromParts(cell, year, String(month + 1), day);
}

/** Checks and builds. '00' for month or day, as in '20210300', means "not known". */
function fromParts(cell: string, yearText: string, monthText?: string, dayText?: string): Parsed<DateValue> {
  const year = Number(yearText);
  const month = Number(monthText ?? 0);
  const day = Number(dayText ?? 0);
  if (year === 0 && month === 0 && day === 0) return EMPTY;
  if (year < YEAR_RANGE[0] || year > YEAR_RANGE[1]) {
    return problemOf(
      'date.out-of-range',
      cell,
      `“${cell}”的年份 ${year} 不合理，请核对后改正。`,
      `The year ${year} in "${cell}" is not plausible. Please correct it.`,
    );
  }
  if (month === 0 && day === 0) return parsedValue({ date: `${year}-01-01`, precision: 'year' });
  if (month < 1 || month > 12) return impossible(cell, `没有 ${month} 月`, `there is no month ${month}`);
  const mm = String(month).padStart(2, '0');
  if (day === 0) return parsedValue({ date: `${year}-${mm}-01`, precision: 'month' });
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > last) return impossible(cell, `${year} 年 ${month} 月只有 ${last} 天`, `${year}-${mm} has ${last} days`);
  return parsedValue({ date: `${year}-${mm}-${String(day).padStart(2, '0')}`, precision: 'day' });
}

function impossible(cell: string, zh: string, en: string): Parsed<DateValue> {
  return problemOf(
    'date.impossible',
    cell,
    `“${cell}”不是存在的日期：${zh}。请改正。`,
    `"${cell}" is not a date that exists: ${en}. Please correct it.`,
  );
}

function twoDigitYear(cell: string): Parsed<DateValue> {
  return problemOf(
    'date.two-digit-year',
    cell,
    `“${cell}”的年份只有两位，无法确定世纪。请写成四位年份，如 2021-03-04。`,
    `The year in "${cell}" has two digits, so the century is unknown. Write four, as in 2021-03-04.`,
  );
}

function unreadable(cell: string): Parsed<DateValue> {
  return problemOf(
    'date.unreadable',
    cell,
    `“${cell}”不是可识别的日期。请写成 2021-03-04 的形式。`,
    `"${cell}" is not a date that can be read. Write it as 2021-03-04.`,
  );
}

/**
 * Order of day and month in a column, from its cells: a first part above 12 shows day-first, a second part above 12
 * month-first. Undefined when no cell decides or cells contradict each other.
 */
export function findDateOrder(cells: Iterable<string>): 'dmy' | 'mdy' | undefined {
  let dmy = 0;
  let mdy = 0;
  for (const cell of cells) {
    const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}\b/.exec(plainText(cell));
    if (match === null) continue;
    if (Number(match[1]) > 12) dmy++;
    else if (Number(match[2]) > 12) mdy++;
  }
  if (dmy > 0 && mdy === 0) return 'dmy';
  return mdy > 0 && dmy === 0 ? 'mdy' : undefined;
}
