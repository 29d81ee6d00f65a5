const DAY_MS = 86_400_000;

/** Days since 1970 of an ISO date. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The densest window of so many days: first and last place in the sorted days, and how many lie in it. */
export function densestWindow(
  days: readonly number[],
  windowDays: number,
): { from: number; to: number; count: number } {
  let best = { from: 0, to: 0, count: 0 };
  for (let to = 0, from = 0; to < days.length; to++) {
    while (days[to]! - days[from]! >= windowDays) from++;
    if (to - from + 1 > best.count) best = { from, to, count: to - from + 1 };
  }
  return best;
}
