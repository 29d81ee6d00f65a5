/**
 * What the matcher knows about how lists corrupt names. Plain numbers, so it serialises as JSON. Probabilities are
 * m-probabilities (P(level | same party)); the u-side comes from the register itself (`NameModel`).
 */
export interface MatchWeights {
  /** Share of mentions whose party is not in the register. */
  unseen: number;
  /** Share of mentions that use a former name, when the entry has one. */
  former: number;
  place: { same: number; missing: number; coarser: number; finer: number; apart: number };
  form: { same: number; variant: number; missing: number; other: number };
  /** `plain`: share of the substitutions that are neither near in sound nor in shape. */
  edit: {
    none: number;
    substitution: number;
    plain: number;
    deletion: number;
    insertion: number;
    swap: number;
    tail: number;
  };
  thresholds: { auto: number; review: number };
  /** Levels of guards that the data has shown to be needless for this kind of list (`learnWeights`). */
  lifted: string[];
}

/** Starting values, before `learnWeights` has seen a list. */
export const defaultWeights: MatchWeights = {
  unseen: 0.15,
  former: 0.15,
  place: { same: 0.82, missing: 0.1, coarser: 0.04, finer: 0.035, apart: 0.002 },
  form: { same: 0.84, variant: 0.1, missing: 0.05, other: 0.004 },
  edit: { none: 0.87, substitution: 0.06, plain: 0.2, deletion: 0.02, insertion: 0.02, swap: 0.015, tail: 0.01 },
  thresholds: { auto: 0.95, review: 0.08 },
  lifted: [],
};

/** Throws RangeError when a probability is outside (0, 1] or the thresholds are out of order. */
export function checkWeights(weights: MatchWeights): void {
  const groups = [weights.place, weights.form, weights.edit, weights.thresholds];
  const values = [weights.unseen, weights.former, ...groups.flatMap((group) => Object.values(group))];
  if (values.some((value) => !(value > 0 && value <= 1))) throw new RangeError('weights must lie in (0, 1]');
  if (weights.thresholds.review > weights.thresholds.auto) throw new RangeError('review threshold above auto');
}
