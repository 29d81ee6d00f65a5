/** Day of the baseline: the first day of the period, or today when that is yet to come. */
export function baselineDay(from: string, today: string): string {
  return from.localeCompare(today) < 0 ? from : today;
}
