import type { ItemAnswer, PolicyItem, Refusal } from '@jince/entitlements';

export interface NextStep {
  readonly item: PolicyItem;
  /** Exactly one thing is missing, and it is in the party's hands or a matter of time. */
  readonly near: boolean;
  readonly missing: readonly Refusal[];
}

/** What a party cannot change: it is another kind of party, or the item is history. */
const HOPELESS: ReadonlySet<Refusal['code']> = new Set(['beneficiary', 'legacy']);
/** Not missing anything: it was had already. */
const HAD: ReadonlySet<Refusal['code']> = new Set(['paid-before']);

/** Items a party does not get, nearest first, with what is missing for each. */
export function findNextSteps(items: readonly PolicyItem[], answers: readonly ItemAnswer[]): NextStep[] {
  return answers
    .flatMap((answer): NextStep[] => {
      const item = items.find((one) => one.code === answer.item);
      const missing = answer.refusals.filter((one) => !HAD.has(one.code));
      const gets = answer.entitlements.some((one) => one.fen > 0);
      if (item === undefined || gets || missing.length === 0 || missing.some((one) => HOPELESS.has(one.code)))
        return [];
      return [{ item, near: missing.length === 1, missing }];
    })
    .toSorted((a, b) => a.missing.length - b.missing.length);
}
