import { proportion, roundDown, yuan } from './money.ts';
import type { Policy } from './policy.ts';
import type { Award } from './settle-subject.ts';

export interface BudgetUse {
  /** Item code, or null for the policy as a whole. */
  readonly item: string | null;
  readonly budgetFen: number;
  /** Of it used before, by what was paid already. */
  readonly usedBeforeFen: number;
  readonly neededFen: number;
  readonly usedFen: number;
  /** Awards that were lowered or got nothing. */
  readonly lowered: number;
}

/** What of the budgets of a policy and its year is already used. */
export interface UsedBefore {
  readonly policyFen: number;
  readonly byItem: ReadonlyMap<string, number>;
}

export const UNUSED: UsedBefore = { policyFen: 0, byItem: new Map() };

const total = (awards: readonly Award[]) => awards.reduce((sum, award) => sum + award.fen, 0);

function lower(award: Award, fen: number, text: string): void {
  award.fen = fen;
  award.steps?.push({ code: 'budget', text, fen });
}

interface Budget {
  readonly item: string | null;
  readonly budgetFen: number;
  readonly usedBeforeFen: number;
}

function share(awards: readonly Award[], budget: Budget, policy: Policy): BudgetUse {
  const neededFen = total(awards);
  const availableFen = Math.max(0, budget.budgetFen - budget.usedBeforeFen);
  if (neededFen <= availableFen) return { ...budget, neededFen, usedFen: neededFen, lowered: 0 };
  const proRata = policy.overBudget === 'pro-rata';
  const what = budget.item === null ? '年度预算' : '本条预算';
  const before = budget.usedBeforeFen === 0 ? '' : `（此前已用${yuan(budget.usedBeforeFen)}）`;
  const way = proRata ? '按比例折减' : '按先后顺序用完为止';
  const text = `${what}${yuan(budget.budgetFen)}${before}，需要${yuan(neededFen)}，${way}`;
  let lowered = 0;
  let left = availableFen;
  for (const award of awards) {
    if (award.fen === 0) continue;
    const fen = proRata
      ? roundDown(proportion(award.fen, availableFen, neededFen), policy.rounding)
      : Math.min(award.fen, roundDown(left, policy.rounding));
    if (fen < award.fen) {
      lowered += 1;
      lower(award, fen, text);
    }
    left -= fen;
  }
  return { ...budget, neededFen, usedFen: availableFen - left, lowered };
}

/**
 * Fits awards of all subjects into the budgets: each item's first, then the policy's. `awards` must stand in the order of
 * the queue. Over budget, all are lowered in proportion or the last get nothing, as the policy says; never more is used than there is.
 */
export function shareBudget(policy: Policy, awards: readonly Award[], used: UsedBefore = UNUSED): BudgetUse[] {
  const uses: BudgetUse[] = [];
  for (const { code, budgetFen } of policy.items) {
    if (budgetFen === null) continue;
    const own = awards.filter((award) => award.item.item.code === code);
    uses.push(share(own, { item: code, budgetFen, usedBeforeFen: used.byItem.get(code) ?? 0 }, policy));
  }
  const { budgetFen } = policy;
  if (budgetFen !== null) uses.push(share(awards, { item: null, budgetFen, usedBeforeFen: used.policyFen }, policy));
  return uses;
}
