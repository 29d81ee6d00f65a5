import { addDays, addMonths, type LocalDate } from '@jince/calendar';

const FIRST_YEAR = 2019;
const QUARTERS = 12;

/** Last days of the years since 2019 and of the twelve quarters before `asOf`, then `asOf` itself; ascending. */
export function trendDates(asOf: LocalDate): LocalDate[] {
  const dates = new Set<LocalDate>([asOf]);
  for (let year = FIRST_YEAR; year < Number(asOf.slice(0, 4)); year++) dates.add(`${year}-12-31`);
  const month = Number(asOf.slice(5, 7));
  const quarterStart = `${asOf.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  for (let back = 0; back < QUARTERS; back++) dates.add(addDays(addMonths(quarterStart, -3 * back), -1));
  return [...dates].filter((on) => on <= asOf).toSorted();
}

/** Last day of the year before. */
export const lastYearEnd = (asOf: LocalDate): LocalDate => `${Number(asOf.slice(0, 4)) - 1}-12-31`;
