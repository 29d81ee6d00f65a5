import type { LabelledMention } from './matching-data.ts';

export interface Outcome {
  uscc: string;
  decision: 'auto' | 'review' | 'none';
}

export interface MatchingScore {
  autoPrecision: number;
  autoRecall: number;
  autoF1: number;
  bestPrecision: number;
  bestRecall: number;
  bestF1: number;
}

/**
 * Links against the truth. `auto…` counts only rows decided `auto` as links (what an outside evaluator of automatic links
 * would do); `best…` also takes the uscc of `review` rows. Recall is over the mentions whose party is in the register.
 */
export function scoreOutcomes(mentions: readonly LabelledMention[], outcomes: readonly Outcome[]): MatchingScore {
  if (mentions.length !== outcomes.length) throw new Error(`${outcomes.length} rows for ${mentions.length} mentions`);
  const known = mentions.filter(({ truth }) => truth !== '').length;
  const count = (accepted: (outcome: Outcome) => boolean): [precision: number, recall: number, f1: number] => {
    let links = 0;
    let right = 0;
    outcomes.forEach((outcome, i) => {
      if (!accepted(outcome)) return;
      links++;
      if (outcome.uscc !== '' && outcome.uscc === mentions[i]!.truth) right++;
    });
    const precision = links === 0 ? 1 : right / links;
    const recall = right / Math.max(1, known);
    return [precision, recall, right === 0 ? 0 : (2 * precision * recall) / (precision + recall)];
  };
  const [autoPrecision, autoRecall, autoF1] = count(({ decision }) => decision === 'auto');
  const [bestPrecision, bestRecall, bestF1] = count(({ decision }) => decision !== 'none');
  return { autoPrecision, autoRecall, autoF1, bestPrecision, bestRecall, bestF1 };
}
