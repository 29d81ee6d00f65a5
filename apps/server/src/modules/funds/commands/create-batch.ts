import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { isSameName } from '../domain/account-number.ts';
import { writePaymentFile } from '../domain/payment-file.ts';
import { type AccountRow, currentAccounts, openNumbers } from '../repositories/account-repository.ts';
import { insertBatch, type NewBatchLine, nextBatchNumber } from '../repositories/batch-repository.ts';
import { takeTurn } from '../repositories/ledger-repository.ts';
import { loadPayables, namesOf, type PayableRow } from '../repositories/payable-repository.ts';

/** Why a payable cannot be paid by the actor now; undefined when it can. */
export function obstacleOf(
  ctx: Ctx,
  one: PayableRow,
  payee: { readonly name: string; readonly account: AccountRow | undefined },
): AppError | undefined {
  const origin = one.origin_label;
  if (one.state !== 'waiting') return new AppError('funds.batch.not-waiting', { origin, state: one.state });
  if (one.released_by !== null && one.released_by === ctx.actor.userId)
    return new AppError('funds.batch.apart', { origin });
  if (payee.account === undefined) return new AppError('funds.batch.no-account', { party: payee.name });
  if (!isSameName(payee.account.account_name, payee.name))
    return new AppError('funds.batch.name-differs', { party: payee.name, name: payee.account.account_name });
  return undefined;
}

async function linesOf(tx: Tx, ctx: Ctx, number: string, payables: readonly PayableRow[]): Promise<NewBatchLine[]> {
  const keys = payables.map((one) => one.party_key);
  const [accounts, names] = [await currentAccounts(tx, ctx.district, keys), await namesOf(tx, ctx.district, keys)];
  return payables.map((one, index) => {
    const account = accounts.get(one.party_key);
    const obstacle = obstacleOf(ctx, one, { name: names.get(one.party_key) ?? one.party_name, account });
    if (obstacle !== undefined || account === undefined) throw obstacle ?? new Error('no account');
    return {
      lineNo: index + 1,
      reference: `${number}-${String(index + 1).padStart(4, '0')}`,
      payableId: one.id,
      accountId: account.id,
      accountName: account.account_name,
      bankName: account.bank_name,
      last4: account.last4,
      amountFen: one.amount_fen,
    };
  });
}

/** Bytes of a batch's file: the lines as they were put down, with the full numbers of their accounts. */
export async function makeFile(
  tx: Tx,
  ctx: Ctx,
  lines: readonly Pick<
    NewBatchLine,
    'lineNo' | 'reference' | 'payableId' | 'accountId' | 'accountName' | 'bankName' | 'amountFen'
  >[],
) {
  const numbers = await openNumbers(
    ctx,
    tx,
    lines.map((line) => line.accountId),
  );
  const payables = new Map(
    (
      await loadPayables(
        tx,
        ctx.district,
        lines.map((line) => line.payableId),
      )
    ).map((one) => [one.id, one]),
  );
  return writePaymentFile(
    lines.map((line) => ({
      ...line,
      number: numbers.get(line.accountId) as string,
      purpose: payables.get(line.payableId)?.purpose ?? '',
      documentNo: payables.get(line.payableId)?.document_no ?? '',
    })),
  );
}

/**
 * Puts payables into a batch: all or none.
 * @throws AppError 404 for an unknown one; 409 funds.batch.not-waiting, .apart, .no-account, .name-differs
 */
export async function createBatch(
  ctx: Ctx,
  input: { readonly payables: readonly string[]; readonly note: string | null },
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const wanted = [...new Set(input.payables)];
    const payables = await loadPayables(tx, ctx.district, wanted);
    if (payables.length !== wanted.length) throw new AppError('platform.not-found');
    const id = uuidv7();
    const number = await nextBatchNumber(tx, ctx);
    const lines = await linesOf(tx, ctx, number, payables);
    const { sha256 } = await makeFile(tx, ctx, lines);
    await insertBatch(tx, ctx, { id, number, note: input.note, sha256, lines });
    const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
    await writeAudit(tx, ctx, {
      action: 'funds.payment.create',
      subject: { kind: 'payment-batch', id, label: number },
      details: { count: lines.length, totalFen, sha256 },
    });
    return id;
  });
}
