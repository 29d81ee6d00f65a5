import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { sides } from '../domain/ledger.ts';
import { requireFen, yuanText } from '../domain/money.ts';
import {
  type CommitmentRow,
  findCommitment,
  insertCommitment,
  setCommitment,
} from '../repositories/commitment-repository.ts';
import { type Fund, findLine, type Origin, post, takeTurn } from '../repositories/ledger-repository.ts';
import { findPayable } from '../repositories/payable-repository.ts';

export interface CommitInput extends Fund {
  /** Code of the policy's item; null: the fund alone. */
  readonly item: string | null;
  /** Code of the policy and of the group of items that do not stack: what `readPaidBefore` says of it later. */
  readonly policy?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly amountFen: number;
  readonly origin: Origin;
  readonly reason: string;
}

/** Lines a commitment stands on. */
export const linesOf = (one: { readonly item: string | null; readonly on_item_line: boolean }): readonly string[] =>
  one.on_item_line && one.item !== null ? ['', one.item] : [''];

/** @throws AppError funds.budget.exceeded naming the line that has not enough */
export async function refuseExceeded(
  tx: Tx,
  ctx: Ctx,
  at: Fund & { readonly item: string; readonly neededFen: number },
): Promise<never> {
  const line = await findLine(tx, ctx.district, at, at.item);
  throw new AppError('funds.budget.exceeded', {
    line: `${at.fund}（${at.year}）${at.item === '' ? '' : ` ${at.item}`}`,
    needed: yuanText(at.neededFen),
    left: yuanText(line?.available_fen ?? 0),
    neededFen: at.neededFen,
    leftFen: line?.available_fen ?? 0,
  });
}

/**
 * Promises money of a fund, and of the item's own line where it has one, inside the caller's transaction.
 * @throws AppError funds.budget.exceeded (409, neededFen and leftFen), funds.commitment.exists (409)
 */
export async function commitFunds(tx: Tx, ctx: Ctx, input: CommitInput): Promise<void> {
  requireFen(input.amountFen);
  await takeTurn(tx, ctx);
  if ((await findCommitment(tx, ctx.district, input.origin)) !== undefined)
    throw new AppError('funds.commitment.exists', { origin: input.origin.label });
  const own = input.item === null ? undefined : await findLine(tx, ctx.district, input, input.item);
  const lines = linesOf({ item: input.item, on_item_line: own !== undefined });
  const short = await post(tx, ctx, {
    kind: 'commit',
    fund: input.fund,
    year: input.year,
    reason: input.reason,
    origin: input.origin,
    lines: lines.map((item) => ({ item, sides: sides.commit(input.amountFen) })),
  });
  if (short !== undefined)
    await refuseExceeded(tx, ctx, {
      fund: input.fund,
      year: input.year,
      item: short.shortOf,
      neededFen: input.amountFen,
    });
  await insertCommitment(tx, ctx, { ...input, onItemLine: own !== undefined });
}

/** Frees a part of an open commitment. */
export async function freeCommitment(
  tx: Tx,
  ctx: Ctx,
  one: CommitmentRow,
  free: { readonly kind: 'cancel' | 'reduce'; readonly amountFen: number; readonly reason: string },
): Promise<void> {
  const short = await post(tx, ctx, {
    kind: free.kind,
    fund: one.fund,
    year: one.year,
    reason: free.reason,
    origin: { kind: one.origin_kind, id: one.origin_id, label: one.origin_label },
    lines: linesOf(one).map((item) => ({ item, sides: sides.free(free.amountFen) })),
  });
  if (short !== undefined) throw new Error(`commitment ${one.id} is larger than what its line holds`);
}

/**
 * Gives what is promised for an origin back to its lines.
 * @throws AppError funds.commitment.unknown (409), funds.commitment.has-payable (409): cancel the payable first
 */
export async function cancelCommitment(
  tx: Tx,
  ctx: Ctx,
  input: { readonly origin: Pick<Origin, 'kind' | 'id' | 'label'>; readonly reason: string },
): Promise<void> {
  await takeTurn(tx, ctx);
  const one = await findCommitment(tx, ctx.district, input.origin);
  if (one === undefined) throw new AppError('funds.commitment.unknown', { origin: input.origin.label });
  if (one.state === 'paid' || (await findPayable(tx, ctx.district, input.origin)) !== undefined)
    throw new AppError('funds.commitment.has-payable', { origin: input.origin.label });
  await freeCommitment(tx, ctx, one, { kind: 'cancel', amountFen: one.amount_fen, reason: input.reason });
  await setCommitment(tx, ctx.district, one.id, { state: 'cancelled', amountFen: one.amount_fen });
}
