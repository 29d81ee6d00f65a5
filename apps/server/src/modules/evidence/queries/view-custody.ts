import type { CustodyAct } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { LinkedRecord } from '../domain/custody-chain.ts';
import { ACTS } from '../domain/words.ts';

/** Entries of a chain as the contract shows them. */
export function viewCustody(ctx: Ctx, entries: readonly LinkedRecord[]) {
  return entries.map(({ subject: _s, subjectId: _i, previousHash: _p, act, ...entry }) => ({
    ...entry,
    act: act as CustodyAct,
    actLabel: ACTS[act as CustodyAct]?.[ctx.language] ?? act,
  }));
}

/** Who holds it by the last entry that names a holder. */
export function holderOf(entries: readonly LinkedRecord[]): string | null {
  return entries.findLast((entry) => entry.to !== null)?.to ?? null;
}
