import { type Day, startOfYear } from './days.ts';

/** Filing shares by year of the demo district, 2006 to 2026; invented, with the usual dip of unpublished recent filings. */
const YEAR_SHARES: Record<number, number> = {
  2006: 0.6,
  2007: 0.9,
  2008: 1.3,
  2009: 1.9,
  2010: 2.6,
  2011: 3.4,
  2012: 4.1,
  2013: 4.4,
  2014: 4.6,
  2015: 5.2,
  2016: 5.9,
  2017: 6.6,
  2018: 7.6,
  2019: 8.2,
  2020: 9.6,
  2021: 9.8,
  2022: 9.2,
  2023: 9.4,
  2024: 9.6,
  2025: 7.4,
  2026: 2.8,
};

/** Spreads `count` records over time so that record order is date order, strictly: numbers made from it are unique. */
export class Timeline {
  #count: number;
  #steps: { upTo: number; from: Day; days: number; start: number }[] = [];

  constructor(count: number, end: Day) {
    this.#count = count;
    let total = 0;
    const years = Object.entries(YEAR_SHARES).map(([year, share]) => ({ year: Number(year), share }));
    const sum = years.reduce((all, one) => all + one.share, 0);
    for (const { year, share } of years) {
      const from = startOfYear(year);
      const until = Math.min(startOfYear(year + 1), end);
      const start = total;
      total += share / sum;
      this.#steps.push({ upTo: total, from, days: Math.max(1, until - from), start });
    }
  }

  /** Moment of a record in days since 1970, with fraction; strictly increasing in `index`. */
  momentOf(index: number): number {
    const q = (index + 0.5) / this.#count;
    const step = this.#steps.find((one) => q <= one.upTo) ?? this.#steps.at(-1);
    if (!step) throw new RangeError('empty timeline');
    return step.from + ((q - step.start) / (step.upTo - step.start)) * step.days;
  }
}

/** Reads a value off a line through (x, y) points; x and y must both increase. */
export function interpolate(points: readonly (readonly [x: number, y: number])[], x: number): number {
  let [x0, y0] = points[0] ?? [0, 0];
  for (const [x1, y1] of points.slice(1)) {
    if (x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
    [x0, y0] = [x1, y1];
  }
  const [xa, ya] = points.at(-2) ?? [0, 0];
  return y0 + ((x - x0) / (x0 - xa)) * (y0 - ya);
}
