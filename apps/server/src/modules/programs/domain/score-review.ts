import type { ReviewCriterion } from '@jince/wujiang';

export interface ReviewRules {
  readonly leastExperts: number;
  readonly outlierPoints: number;
  readonly trimFrom: number;
}

export interface ScoreParts {
  readonly experts: number;
  /** What counts: the mean, or from `trimFrom` experts on the mean without the highest and the lowest. */
  readonly score: number;
  readonly mean: number;
  readonly trimmedMean: number | null;
  readonly spread: number;
  readonly lowest: number;
  readonly highest: number;
  readonly steps: readonly string[];
}

const round = (value: number) => Math.round(value * 100) / 100;
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Total of one score sheet on the scale of 100: points over the maximum of each criterion, weighted. */
export function weighTotal(criteria: readonly ReviewCriterion[], points: Readonly<Record<string, number>>): number {
  return round(criteria.reduce((sum, { code, max, weight }) => sum + ((points[code] ?? 0) / max) * weight, 0));
}

/** Criteria a sheet leaves out, gives too much for, or that do not exist. */
export function faultsOfSheet(
  criteria: readonly ReviewCriterion[],
  points: Readonly<Record<string, number>>,
): readonly { readonly path: string; readonly label: string; readonly max: number | null }[] {
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  return [
    ...criteria
      .filter(({ code, max }) => points[code] === undefined || points[code] < 0 || points[code] > max)
      .map(({ code, label, max }) => ({ path: `points.${code}`, label, max })),
    ...Object.keys(points)
      .filter((code) => !known.has(code))
      .map((code) => ({ path: `points.${code}`, label: code, max: null })),
  ];
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Distance of each total from the median of all, which one far total cannot move; null for a single one. */
export function deviations(totals: readonly number[]): readonly (number | null)[] {
  if (totals.length < 2) return totals.map(() => null);
  const median = medianOf(totals.toSorted((a, b) => a - b));
  return totals.map((total) => round(total - median));
}

/** A total too far from the middle of all; with two experts nobody can tell which of them is. */
export function isOutlier(deviation: number | null, experts: number, rules: ReviewRules): boolean {
  return deviation !== null && experts >= rules.leastExperts && Math.abs(deviation) > rules.outlierPoints;
}

/** Totals of the experts as one score with its parts. @throws RangeError without a total */
export function readScores(totals: readonly number[], rules: ReviewRules): ScoreParts {
  if (totals.length === 0) throw new RangeError('no totals');
  const mean = meanOf(totals);
  const sorted = totals.toSorted((a, b) => a - b);
  const lowest = sorted[0] as number;
  const highest = sorted[sorted.length - 1] as number;
  const trimmed = totals.length >= rules.trimFrom ? meanOf(sorted.slice(1, -1)) : null;
  const spread = Math.sqrt(meanOf(totals.map((total) => (total - mean) ** 2)));
  const shown = totals.map((total) => total.toFixed(2)).join('、');
  return {
    experts: totals.length,
    score: round(trimmed ?? mean),
    mean: round(mean),
    trimmedMean: trimmed === null ? null : round(trimmed),
    spread: round(spread),
    lowest,
    highest,
    steps: [
      `${totals.length} 位专家总分：${shown}`,
      `平均分 ${round(mean).toFixed(2)}，标准差 ${round(spread).toFixed(2)}`,
      trimmed === null
        ? `不足 ${rules.trimFrom} 位专家，以平均分计`
        : `去掉最高分 ${highest.toFixed(2)} 和最低分 ${lowest.toFixed(2)}，以 ${round(trimmed).toFixed(2)} 计`,
    ],
  };
}
