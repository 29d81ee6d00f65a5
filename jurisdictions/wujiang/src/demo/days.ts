/** Days since 1970-01-01, as whole numbers: fast enough for millions of rows. */
export type Day = number;

const MS = 86_400_000;
const isoCache = new Map<Day, string>();

/** @param iso `YYYY-MM-DD` */
export function dayOf(iso: string): Day {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / MS);
}

export function isoOf(day: Day): string {
  let iso = isoCache.get(day);
  if (iso === undefined) {
    iso = new Date(day * MS).toISOString().slice(0, 10);
    isoCache.set(day, iso);
  }
  return iso;
}

export function yearOf(day: Day): number {
  return Number(isoOf(day).slice(0, 4));
}

export function startOfYear(year: number): Day {
  return Date.UTC(year, 0, 1) / MS;
}

/** A missing day becomes the last of the month. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const moved = Date.UTC(year, month, date.getUTCDate()) / MS;
  const first = Date.UTC(year, month + 1, 1) / MS;
  return moved < first ? moved : first - 1;
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** `2021年03月04日` */
export function chineseDate(day: Day): string {
  const iso = isoOf(day);
  return `${iso.slice(0, 4)}年${iso.slice(5, 7)}月${iso.slice(8)}日`;
}

/** `2021/3/4` */
export function slashDate(day: Day): string {
  const iso = isoOf(day);
  return `${iso.slice(0, 4)}/${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}`;
}

/** `20210304` */
export function compactDate(day: Day): string {
  return isoOf(day).replaceAll('-', '');
}

/** Serial number of a date in a workbook of the 1900 system. */
export function excelSerial(day: Day): number {
  return day + 25569;
}
