import { type Policy, proportion, roundDown, yuan } from '@jince/entitlements';

export interface PoolLine {
  readonly item: string;
  readonly amountFen: number;
}

export interface PoolDemand {
  readonly item: string;
  readonly decidedFen: number;
  readonly waitingFen: number;
}

export interface Share {
  readonly amountFen: number;
  /** Each budget that was too small, as a sentence; empty where none was. */
  readonly steps: readonly string[];
}

/** What a budget leaves for those who wait: all of it where it suffices. */
interface Pool {
  readonly left: number;
  readonly waiting: number;
}

const poolOf = (budgetFen: number | null, decided: number, waiting: number): Pool | undefined => {
  if (budgetFen === null) return undefined;
  const left = Math.max(0, budgetFen - decided);
  return waiting <= left ? undefined : { left, waiting };
};

/**
 * Lowers the lines of one claim in proportion where all that is asked exceeds a budget: first the item's, then the
 * policy's. What is decided stays; what is left is shared among all that wait, this claim included, so every claim
 * of the round gets the same share whichever is decided first.
 * @param demand of all other claims of the policy's year, in fen
 */
export function sharePool(
  policy: Pick<Policy, 'items' | 'budgetFen' | 'rounding'>,
  lines: readonly PoolLine[],
  demand: readonly PoolDemand[],
): Share[] {
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const items = [...new Set([...lines, ...demand].map((one) => one.item))];
  const ownOf = (item: string) => sum(lines.filter((one) => one.item === item).map((one) => one.amountFen));
  const decidedOf = (item: string) => demand.find((one) => one.item === item)?.decidedFen ?? 0;
  const waitingOf = (item: string) => (demand.find((one) => one.item === item)?.waitingFen ?? 0) + ownOf(item);
  const itemPools = new Map(
    items.map((item) => {
      const budget = policy.items.find((one) => one.code === item)?.budgetFen ?? null;
      return [item, poolOf(budget, decidedOf(item), waitingOf(item))];
    }),
  );
  const waiting = sum(items.map((item) => itemPools.get(item)?.left ?? waitingOf(item)));
  const whole = poolOf(policy.budgetFen, sum(items.map(decidedOf)), waiting);
  const lower = (fen: number, pool: Pool | undefined, what: string, steps: string[]): number => {
    if (pool === undefined || fen === 0) return fen;
    const shared = roundDown(proportion(fen, pool.left, pool.waiting), policy.rounding);
    steps.push(`${what}可用${yuan(pool.left)}，待定申请共${yuan(pool.waiting)}，按比例核减为${yuan(shared)}`);
    return shared;
  };
  return lines.map(({ item, amountFen }) => {
    const steps: string[] = [];
    const ofItem = lower(amountFen, itemPools.get(item), '本条预算', steps);
    return { amountFen: lower(ofItem, whole, '年度预算', steps), steps };
  });
}
