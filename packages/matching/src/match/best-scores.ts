import type { NameParts } from '../normalise/parse-company-name.ts';
import type { MentionName, NameScore } from '../score/score-record.ts';
import type { NameKind } from '../types.ts';

/** The best score of each entry seen so far. */
export class BestScores {
  readonly list: { entry: number; score: NameScore }[] = [];

  keep(entry: number, score: NameScore, severalNames: boolean): void {
    const known = severalNames ? this.list.find((one) => one.entry === entry) : undefined;
    if (!known) this.list.push({ entry, score });
    else if (known.score.total < score.total) known.score = score;
  }

  hasAbove(total: number): boolean {
    return this.list.some(({ score }) => score.total > total);
  }
}

const bodies = new Set<NameKind>(['institution', 'government']);

/** Institutions, authorities and offices are never reduced to a firm of the same brand. */
export function mayBeSame(x: NameParts, y: NameParts, score: NameScore): boolean {
  if (bodies.has(x.kind) || bodies.has(y.kind)) {
    // 某某医院 and 某某医院有限公司: the body's own word must stay in the registered name.
    const kept = x.form.text !== '' && y.core.endsWith(x.form.text);
    return score.exact || kept || (x.kind === y.kind && score.form === 'same');
  }
  return true;
}

export function sharesBrandAndTrade(
  name: MentionName,
  record: { parts: NameParts; brandLength: number },
  score: NameScore,
): boolean {
  if (score.core !== 'equal' || record.brandLength < 2 || score.form === 'other') return false;
  return mayBeSame(name.parts, record.parts, score);
}
