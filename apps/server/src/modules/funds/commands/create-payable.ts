import { triggerOf } from '@jince/entitlements';
import { prohibitionOf } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { requireFen, yuanText } from '../domain/money.ts';
import { findPaidAchievement, freeAchievement, takeAchievement } from '../repositories/achievement-repository.ts';
import { findCommitment, setCommitment } from '../repositories/commitment-repository.ts';
import { type Origin, takeTurn } from '../repositories/ledger-repository.ts';
import { endPayable, findPayable, findPayee, insertPayable } from '../repositories/payable-repository.ts';
import { freeCommitment } from './commit-funds.ts';

export interface PayableInput {
  readonly origin: Origin;
  readonly partyId: string;
  readonly amountFen: number;
  /** Key of what is rewarded; null where nothing is (an instalment of a project). */
  readonly achievementKey: string | null;
  /** What the payee reads on the slip. */
  readonly purpose: string;
  /** Document of the release. */
  readonly documentNo: string;
}

/** What national rules forbid to pay for is never due, whoever asks. @throws AppError funds.payable.prohibited */
function refuseProhibited(ctx: Ctx, key: string | null): void {
  const trigger = key === null ? undefined : triggerOf(key);
  const prohibition = trigger === undefined ? undefined : prohibitionOf(trigger, ctx.today);
  if (prohibition === undefined) return;
  throw new AppError('funds.payable.prohibited', { notice: prohibition.notice });
}

/**
 * Makes what is committed for an origin due to a party, inside the caller's transaction. A smaller amount than committed
 * gives the rest back to the lines at once.
 * @throws AppError 409: funds.achievement.paid-before (key, what, when), funds.commitment.unknown, funds.payable.exists,
 * funds.payable.above-commitment, funds.payable.prohibited (names the notice); 404 for an unknown party
 */
export async function createPayable(tx: Tx, ctx: Ctx, input: PayableInput): Promise<{ readonly id: string }> {
  requireFen(input.amountFen);
  refuseProhibited(ctx, input.achievementKey);
  await takeTurn(tx, ctx);
  const { origin } = input;
  const commitment = await findCommitment(tx, ctx.district, origin);
  if (commitment === undefined) throw new AppError('funds.commitment.unknown', { origin: origin.label });
  if ((await findPayable(tx, ctx.district, origin)) !== undefined)
    throw new AppError('funds.payable.exists', { origin: origin.label });
  if (input.amountFen > commitment.amount_fen)
    throw new AppError('funds.payable.above-commitment', {
      amount: yuanText(input.amountFen),
      committed: yuanText(commitment.amount_fen),
    });
  const party = await findPayee(tx, ctx.district, { id: input.partyId });
  if (party === undefined) throw new AppError('platform.not-found');
  const id = await insertPayable(tx, ctx, { ...input, commitmentId: commitment.id, party });
  if (input.achievementKey !== null && !(await takeAchievement(tx, ctx.district, input.achievementKey, id))) {
    const before = await findPaidAchievement(tx, ctx.district, input.achievementKey);
    throw new AppError('funds.achievement.paid-before', {
      key: input.achievementKey,
      what: before?.by ?? '',
      who: before?.party_name ?? '',
      when: before?.paid_on ?? (before === undefined ? '' : String(before.year)),
      amount: yuanText(before?.amount_fen ?? 0),
    });
  }
  const rest = commitment.amount_fen - input.amountFen;
  if (rest > 0) {
    await freeCommitment(tx, ctx, commitment, {
      kind: 'reduce',
      amountFen: rest,
      reason: `下达金额低于承诺金额，差额 ${yuanText(rest)} 退回可用`,
    });
    await setCommitment(tx, ctx.district, commitment.id, { state: 'open', amountFen: input.amountFen });
  }
  return { id };
}

/**
 * Takes a payable back before it is sent for payment. Its money stays committed: cancel the commitment as well if it is
 * not to be paid at all.
 * @throws AppError 409: funds.payable.unknown, funds.payable.not-open when it is in a batch or paid
 */
export async function cancelPayable(
  tx: Tx,
  ctx: Ctx,
  input: { readonly origin: Pick<Origin, 'kind' | 'id' | 'label'>; readonly reason: string },
): Promise<void> {
  await takeTurn(tx, ctx);
  const one = await findPayable(tx, ctx.district, input.origin);
  if (one === undefined) throw new AppError('funds.payable.unknown', { origin: input.origin.label });
  if (one.state !== 'waiting' && one.state !== 'failed')
    throw new AppError('funds.payable.not-open', { origin: one.origin_label });
  await endPayable(tx, ctx.district, one.id, input.reason);
  await freeAchievement(tx, ctx.district, one.id);
}
