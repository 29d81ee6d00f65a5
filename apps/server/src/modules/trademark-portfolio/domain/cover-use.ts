import { addMonths, addYears, type LocalDate } from '@jince/calendar';

/** A time of use that something proves; both days included. */
export interface UseSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface MonthOfUse {
  /** `2026-03` */
  readonly month: string;
  /** Pieces of evidence that reach into it. */
  readonly pieces: number;
}

interface UseGap {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

export interface CoveredUse {
  /** First and last day looked at: the years of the law before today, not before the registration. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly months: readonly MonthOfUse[];
  /** Runs of months without any evidence, in order. */
  readonly gaps: readonly UseGap[];
  /** Last proven day up to today. */
  readonly lastUsedOn: LocalDate | null;
}

const later = (a: LocalDate, b: LocalDate): LocalDate => [a, b].toSorted()[1] as LocalDate;
const earlier = (a: LocalDate, b: LocalDate): LocalDate => [a, b].toSorted()[0] as LocalDate;
const monthOf = (day: LocalDate) => day.slice(0, 7);
const nextMonth = (month: string) => monthOf(addMonths(`${month}-01`, 1));

function monthsBetween(from: LocalDate, to: LocalDate): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month);
  return months;
}

function gapsOf(months: readonly MonthOfUse[]): UseGap[] {
  const gaps: { from: string; to: string; months: number }[] = [];
  let before = false;
  for (const { month, pieces } of months) {
    const last = gaps.at(-1);
    if (pieces === 0 && before && last !== undefined) {
      last.to = month;
      last.months += 1;
    } else if (pieces === 0) gaps.push({ from: month, to: month, months: 1 });
    before = pieces === 0;
  }
  return gaps;
}

/** Month by month, what the evidence covers of the last years of the law. Use before the registration or after today is no use. */
export function coverUse(input: {
  readonly registeredOn: LocalDate;
  readonly today: LocalDate;
  readonly years: number;
  readonly spans: readonly UseSpan[];
}): CoveredUse {
  const { registeredOn, today } = input;
  const begins = addYears(today, -input.years);
  const from = later(begins, registeredOn);
  const spans = input.spans
    .filter((span) => span.from <= today && span.until >= registeredOn)
    .map((span) => ({
      from: later(span.from, registeredOn),
      until: earlier(span.until, today),
    }));
  const months = monthsBetween(from, today).map((month) => ({
    month,
    pieces: spans.filter((span) => monthOf(span.from) <= month && month <= monthOf(span.until)).length,
  }));
  const lastUsedOn = spans
    .map((span) => span.until)
    .toSorted()
    .at(-1);
  return { from, to: today, months, gaps: gapsOf(months), lastUsedOn: lastUsedOn ?? null };
}
