import type { IndicatorSummary } from '@jince/contract';

/** Worst first: who sorts by standing looks for what is behind. */
const ranks: Partial<Record<IndicatorSummary['standing'], number>> = {
  behind: 0,
  attention: 1,
  'on-track': 2,
  done: 3,
};

/** Difference in points for percentages, in percent for anything else; null without an earlier figure. */
function changeNumber({ unit, value, previous }: IndicatorSummary): number | null {
  if (value === null || previous === null) return null;
  if (unit === '%') return value - previous;
  return previous === 0 ? null : ((value - previous) / previous) * 100;
}

const keys: Record<string, (indicator: IndicatorSummary) => number | string | null> = {
  change: changeNumber,
  standing: (indicator) => ranks[indicator.standing] ?? null,
  clause: (indicator) => indicator.clause,
};

/** Indicators in the order asked for (`-` descending); those without a key last; otherwise as the plan lists them. */
export function sortIndicators(items: readonly IndicatorSummary[], sort: string | undefined): IndicatorSummary[] {
  const key = sort === undefined ? undefined : keys[sort.replace(/^-/, '')];
  if (!key) return [...items];
  const sign = sort?.startsWith('-') ? -1 : 1;
  return [...items].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y));
  });
}
