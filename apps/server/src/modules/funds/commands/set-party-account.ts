import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { isSameName, readAccountNumber } from '../domain/account-number.ts';
import { ACCOUNT_EDIT } from '../funds.catalogue.ts';
import { currentAccounts, openNumbers, replaceAccount } from '../repositories/account-repository.ts';
import { takeTurn } from '../repositories/ledger-repository.ts';
import { findPartyWithin } from '../repositories/party-scope.ts';

export interface AccountInput {
  readonly accountName: string;
  readonly number: string;
  readonly bankName: string;
  readonly reason: string | null;
}

/**
 * Puts a bank account of a party in force; the one before stays as history. Entered by finance, or by the enterprise for
 * itself. Nothing that is shown or logged says more than the last four digits.
 * @throws AppError 400 funds.account.name, .number, .reason; 409 funds.account.unchanged; 404 outside the actor's reach
 */
export async function setPartyAccount(ctx: Ctx, partyId: string, input: AccountInput): Promise<void> {
  const number = readAccountNumber(input.number);
  await inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx);
    const party = await findPartyWithin(tx, ctx, ACCOUNT_EDIT, partyId);
    if (party === undefined) throw new AppError('platform.not-found');
    if (!isSameName(input.accountName, party.name))
      throw new AppError('funds.account.name', { given: input.accountName, expected: party.name });
    const before = (await currentAccounts(tx, ctx.district, [party.record_key])).get(party.record_key);
    if (before !== undefined) {
      const numbers = await openNumbers(ctx, tx, [before.id]);
      const same = numbers.get(before.id) === number && before.bank_name === input.bankName;
      if (same && before.account_name === input.accountName) throw new AppError('funds.account.unchanged');
      if ((input.reason ?? '') === '') throw new AppError('funds.account.reason');
    }
    const enteredAs =
      ctx.actor.userId === null ? 'system' : scopeFor(ctx, ACCOUNT_EDIT).kind === 'district' ? 'finance' : 'enterprise';
    const id = await replaceAccount(tx, ctx, { ...input, party, number, enteredAs });
    await writeAudit(tx, ctx, {
      action: 'funds.account.set',
      subject: { kind: 'party', id: party.id, label: party.name },
      details: { account: id, bankName: input.bankName, last4: number.slice(-4), replaced: before?.last4 ?? null },
    });
  });
}
