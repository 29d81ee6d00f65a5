import type { BankAccountView } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { isSameName } from '../domain/account-number.ts';
import { ACCOUNT_EDIT, ACCOUNT_READ } from '../funds.catalogue.ts';
import { type AccountRow, listAccounts } from '../repositories/account-repository.ts';
import { findPartyWithin } from '../repositories/party-scope.ts';

/** An account as it may be shown: its last four digits and nothing more of its number. */
export function toAccount(row: AccountRow, partyName: string): BankAccountView {
  return {
    id: row.id,
    accountName: row.account_name,
    last4: row.last4,
    bankName: row.bank_name,
    enteredBy: row.entered_by_name,
    enteredAs: row.entered_as,
    at: row.at,
    replacedAt: row.replaced_at,
    reason: row.reason,
    nameMatches: isSameName(row.account_name, partyName),
  };
}

/** The account of a party with its history, masked. @throws AppError platform.not-found outside the actor's reach */
export async function getPartyAccount(ctx: Ctx, partyId: string) {
  const party = await findPartyWithin(ctx.db, ctx, ACCOUNT_READ, partyId);
  if (party === undefined) throw new AppError('platform.not-found');
  const all = (await listAccounts(ctx.db, ctx.district, party.record_key)).map((row) => toAccount(row, party.name));
  const scope = scopeFor(ctx, ACCOUNT_EDIT);
  return {
    party: { id: party.id, name: party.name },
    current: all.find((one) => one.replacedAt === null) ?? null,
    history: all.filter((one) => one.replacedAt !== null),
    mayEdit: may(ctx, ACCOUNT_EDIT) && (scope.kind === 'district' || scope.parties.includes(party.id)),
  };
}

/** The account in force, masked. @throws AppError platform.not-found */
export async function currentAccountOf(ctx: Ctx, partyId: string): Promise<BankAccountView> {
  const { current } = await getPartyAccount(ctx, partyId);
  if (current === null) throw new AppError('platform.not-found');
  return current;
}
