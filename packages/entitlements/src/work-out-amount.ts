import type { FactRow } from '@jince/rules';
import type { CompiledItem } from './compile-policy.ts';
import { percent, roundDown, shareOf, yuan } from './money.ts';
import type { Amount, PolicyItem, Tier } from './policy.ts';
import type { StepSink } from './steps.ts';

/** The tier a quantity falls in: from ≤ quantity < to. */
function tierOf(tiers: readonly Tier[], quantity: number): Tier | undefined {
  return tiers.find((tier) => quantity >= tier.from && (tier.to === null || quantity < tier.to));
}

function byQuantity(amount: Exclude<Amount, { type: 'fixed' }>, quantity: number, note: StepSink): number {
  if (amount.type === 'per-unit') {
    const units = Math.max(0, Math.floor(amount.maxUnits === null ? quantity : Math.min(quantity, amount.maxUnits)));
    const fen = units * amount.unitFen;
    const most = amount.maxUnits !== null && quantity > amount.maxUnits ? `（最多计${amount.maxUnits}）` : '';
    note?.('amount', `${quantity}${most} × ${yuan(amount.unitFen)}`, fen);
    return fen;
  }
  if (amount.type === 'tiered') {
    const tier = tierOf(amount.tiers, quantity);
    const range =
      tier === undefined ? '不在任何一档' : `属${tier.from}${tier.to === null ? '以上' : `至${tier.to}`}一档`;
    note?.('amount', `数量${quantity}，${range}`, tier?.fen ?? 0);
    return tier?.fen ?? 0;
  }
  const base = Math.max(0, Math.floor(quantity));
  const fen = shareOf(base, amount.ratePpm);
  note?.('amount', `${yuan(base)} × ${percent(amount.ratePpm)}`, fen);
  return fen;
}

/** The number an amount depends on; 0 for a fixed one, undefined when it is unknown. */
export function quantityOf(compiled: CompiledItem, achievement: FactRow, asOf: string): number | undefined {
  if (compiled.quantity === undefined) return 0;
  const { value } = compiled.quantity(achievement, asOf);
  return typeof value === 'number' ? value : undefined;
}

/** Amount in fen of one achievement before stacking and yearly caps: by type, rounded down, capped. */
export function amountFor(item: PolicyItem, rounding: 'fen' | 'yuan-down', quantity: number, note: StepSink): number {
  const { amount, capFen } = item;
  let fen: number;
  if (amount.type === 'fixed') {
    fen = amount.fen;
    note?.('amount', `定额${yuan(fen)}`, fen);
  } else fen = byQuantity(amount, quantity, note);
  const rounded = roundDown(fen, rounding);
  if (rounded !== fen) note?.('rounding', '不足一元的部分舍去', rounded);
  if (capFen === null || rounded <= capFen) return rounded;
  note?.('item-cap', `单项上限${yuan(capFen)}`, capFen);
  return capFen;
}
