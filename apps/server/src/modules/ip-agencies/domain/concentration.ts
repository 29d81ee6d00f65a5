export interface Concentration {
  readonly agencies: number;
  /** Shares of the largest, 0–1. */
  readonly topThree: number;
  readonly topTen: number;
  /** Herfindahl–Hirschman index of shares in percent, 0–10,000. */
  readonly index: number;
  readonly text: string;
}

/** How far filings lie with few agencies. @param filed applications by agency */
export function measureConcentration(filed: readonly number[], language: 'zh' | 'en'): Concentration {
  const counts = filed.filter((count) => count > 0).toSorted((a, b) => b - a);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const share = (n: number) => (total === 0 ? 0 : counts.slice(0, n).reduce((sum, count) => sum + count, 0) / total);
  const index = total === 0 ? 0 : Math.round(counts.reduce((sum, count) => sum + ((count / total) * 100) ** 2, 0));
  const [topThree, topTen] = [share(3), share(10)];
  const percent = (value: number) => `${(value * 100).toFixed(1)}%`;
  const text =
    language === 'zh'
      ? `${counts.length} 家机构共代理 ${total} 件；前三家占 ${percent(topThree)}，前十家占 ${percent(topTen)}；各家占比（百分数）平方之和为 ${index}，越大越集中，平均分布时为 ${counts.length === 0 ? 0 : Math.round(10_000 / counts.length)}。`
      : `${counts.length} agencies filed ${total}; the largest three ${percent(topThree)}, the largest ten ${percent(topTen)}; the squares of the shares in percent sum to ${index} (${counts.length === 0 ? 0 : Math.round(10_000 / counts.length)} if all were equal).`;
  return { agencies: counts.length, topThree, topTen, index, text };
}
