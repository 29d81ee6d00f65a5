import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { currentAccounts } from '../repositories/account-repository.ts';
import { takeTurn } from '../repositories/ledger-repository.ts';
import { loadPayables } from '../repositories/payable-repository.ts';

/**
 * Lets a payment that failed wait for the next batch: its account has been replaced since, or was checked and is right.
 * @throws AppError 404; 409 funds.payable.not-failed, funds.payable.account-unchanged
 */
export async function resendPayable(
  ctx: Ctx,
  id: string,
  input: { readonly reason: string; readonly accountChecked: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const [one] = await loadPayables(tx, ctx.district, [id]);
    if (one === undefined) throw new AppError('platform.not-found');
    if (one.state !== 'failed') throw new AppError('funds.payable.not-failed', { origin: one.origin_label });
    const account = (await currentAccounts(tx, ctx.district, [one.party_key])).get(one.party_key);
    if (!input.accountChecked && account?.id === one.failed_account)
      throw new AppError('funds.payable.account-unchanged', { party: one.party_name });
    await sql`update funds.payable set state = 'waiting', batch_id = null, version = version + 1
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'funds.payment.resend',
      subject: { kind: 'payable', id, label: one.origin_label },
      details: { ...input, failReason: one.fail_reason },
    });
  });
}
