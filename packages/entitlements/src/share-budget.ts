import { proportion, roundDown, yuan } from './money.ts';
import type { Policy } from './policy.ts';
import type { Award } from './settle-subject.ts';

export interface BudgetUse {
  /** Item code, or null for the policy as a whole. */
  readonly item: string | null;
  readonly budgetFen: number;
  readonly neededFen: number;
  readonly usedFen: number;
  /** Awards that were lowered or got nothing. */
  readonly lowered: number;
}

const total = (awards: readonly Award[]) => awards.reduce((sum, award) => sum + award.fen, 0);

function lower(award: Award, fen: number, text: string): void {
  award.fen = fen;
  award.steps?.push({ code: 'budget', text, fen });
}

function share(awards: readonly Award[], budgetFen: number, policy: Policy, item: string | null): BudgetUse {
  const neededFen = total(awards);
  if (neededFen <= budgetFen) return { item, budgetFen, neededFen, usedFen: neededFen, lowered: 0 };
  const what = item === null ? '年度预算' : '本条预算';
  let lowered = 0;
  let left = budgetFen;
  for (const award of awards) {
    if (award.fen === 0) continue;
    const fen =
      policy.overBudget === 'pro-rata'
        ? roundDown(proportion(award.fen, budgetFen, neededFen), policy.rounding)
        : Math.min(award.fen, roundDown(left, policy.rounding));
    if (fen < award.fen) {
      lowered += 1;
      const way = policy.overBudget === 'pro-rata' ? '按比例折减' : '按先后顺序用完为止';
      lower(award, fen, `${what}${yuan(budgetFen)}，需要${yuan(neededFen)}，${way}`);
    }
    left -= fen;
  }
  return { item, budgetFen, neededFen, usedFen: budgetFen - left, lowered };
}

/**
 * Fits awards of all subjects into the budgets: each item's first, then the policy's. `awards` must stand in the order of
 * the queue. Over budget, all are lowered in proportion or the last get nothing, as the policy says; never more is used than there is.
 */
export function shareBudget(policy: Policy, awards: readonly Award[], usedBeforeFen = 0): BudgetUse[] {
  const uses: BudgetUse[] = [];
  for (const item of policy.items) {
    if (item.budgetFen === null) continue;
    const own = awards.filter((award) => award.item.item.code === item.code);
    uses.push(share(own, item.budgetFen, policy, item.code));
  }
  if (policy.budgetFen !== null) uses.push(share(awards, Math.max(0, policy.budgetFen - usedBeforeFen), policy, null));
  return uses;
}
