import type { FactRow } from '@jince/rules';
import type { CompiledItem } from './compile-policy.ts';
import { cny, percent, roundDown, shareOf, yuan } from './money.ts';
import type { Amount, PolicyItem, Tier } from './policy.ts';
import type { StepSink, Words } from './steps.ts';

/** The tier a quantity falls in: from ≤ quantity < to. */
function tierOf(tiers: readonly Tier[], quantity: number): Tier | undefined {
  return tiers.find((tier) => quantity >= tier.from && (tier.to === null || quantity < tier.to));
}

function tierWords(quantity: number, tier: Tier | undefined): Words {
  if (tier === undefined) return { zh: `数量${quantity}，不在任何一档`, en: `${quantity} falls in no tier` };
  const { from, to } = tier;
  const range = to === null ? `${from} or more` : `${from} to below ${to}`;
  return {
    zh: `数量${quantity}，属${from}${to === null ? '以上' : `至${to}`}一档`,
    en: `${quantity} falls in the tier ${range}`,
  };
}

function byQuantity(amount: Exclude<Amount, { type: 'fixed' }>, quantity: number, note: StepSink): number {
  if (amount.type === 'per-unit') {
    const units = Math.max(0, Math.floor(amount.maxUnits === null ? quantity : Math.min(quantity, amount.maxUnits)));
    const fen = units * amount.unitFen;
    const cut = amount.maxUnits !== null && quantity > amount.maxUnits;
    const zh = `${quantity}${cut ? `（最多计${amount.maxUnits}）` : ''} × ${yuan(amount.unitFen)}`;
    note?.(
      'amount',
      { zh, en: `${quantity}${cut ? ` (at most ${amount.maxUnits})` : ''} × ${cny(amount.unitFen)}` },
      fen,
    );
    return fen;
  }
  if (amount.type === 'tiered') {
    const tier = tierOf(amount.tiers, quantity);
    note?.('amount', tierWords(quantity, tier), tier?.fen ?? 0);
    return tier?.fen ?? 0;
  }
  const base = Math.max(0, Math.floor(quantity));
  const fen = shareOf(base, amount.ratePpm);
  const rate = percent(amount.ratePpm);
  note?.('amount', { zh: `${yuan(base)} × ${rate}`, en: `${cny(base)} × ${rate}` }, fen);
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
    note?.('amount', { zh: `定额${yuan(fen)}`, en: `Fixed amount ${cny(fen)}` }, fen);
  } else fen = byQuantity(amount, quantity, note);
  const rounded = roundDown(fen, rounding);
  if (rounded !== fen) note?.('rounding', { zh: '不足一元的部分舍去', en: 'Rounded down to whole yuan' }, rounded);
  if (capFen === null || rounded <= capFen) return rounded;
  note?.('item-cap', { zh: `单项上限${yuan(capFen)}`, en: `At most ${cny(capFen)} for one` }, capFen);
  return capFen;
}
