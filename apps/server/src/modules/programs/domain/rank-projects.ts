export interface Ranked<T> {
  readonly item: T;
  /** Equal scores share a rank. */
  readonly rank: number;
  /** Passes and stands within the quota; at its edge all with the same score do, so that nobody is chosen by chance. */
  readonly withinQuota: boolean;
  readonly passes: boolean;
}

/** Projects by score, best first. */
export function rankProjects<T>(
  items: readonly T[],
  scoreOf: (item: T) => number,
  { quota, passMark }: { readonly quota: number; readonly passMark: number },
): readonly Ranked<T>[] {
  const sorted = items.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  return sorted.map((item) => {
    const score = scoreOf(item);
    const rank = sorted.filter((other) => scoreOf(other) > score).length + 1;
    const passes = score >= passMark;
    return { item, rank, passes, withinQuota: passes && rank <= quota };
  });
}
