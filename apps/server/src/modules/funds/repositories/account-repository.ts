import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { openSecret, sealSecret } from '../../../platform/auth/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { PartyOfMoney } from './payable-repository.ts';

/** An account without its number: what everything but the payment file works with. */
export interface AccountRow {
  readonly id: string;
  readonly party_key: string;
  readonly account_name: string;
  readonly last4: string;
  readonly bank_name: string;
  readonly entered_by: string | null;
  readonly entered_by_name: string;
  readonly entered_as: 'finance' | 'enterprise' | 'system';
  readonly reason: string | null;
  readonly at: string;
  readonly replaced_at: string | null;
}

const USE = 'bank account numbers';
const COLUMNS = sql`a.id, a.party_key, a.account_name, a.last4, a.bank_name, a.entered_by, a.entered_by_name, a.entered_as, a.reason, a.at,
  a.replaced_at`;

/** Accounts in force, by the parties' keys. */
export async function currentAccounts(
  db: Db,
  district: string,
  partyKeys: readonly string[],
): Promise<ReadonlyMap<string, AccountRow>> {
  const { rows } = await sql<AccountRow>`select ${COLUMNS} from funds.bank_account a where a.district = ${district}
    and a.party_key = any(${partyKeys}::text[]) and a.replaced_at is null`.execute(db);
  return new Map(rows.map((row) => [row.party_key, row]));
}

/** All accounts of a party, the latest first. */
export async function listAccounts(db: Db, district: string, partyKey: string): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`select ${COLUMNS} from funds.bank_account a where a.district = ${district}
    and a.party_key = ${partyKey} order by a.at desc, a.id desc`.execute(db);
  return rows;
}

export interface NewAccount {
  readonly party: PartyOfMoney;
  readonly accountName: string;
  readonly number: string;
  readonly bankName: string;
  readonly enteredAs: AccountRow['entered_as'];
  readonly reason: string | null;
}

/** Puts an account in force; the one before stays as history. */
export async function replaceAccount(tx: Tx, ctx: Ctx, one: NewAccount): Promise<string> {
  const id = uuidv7();
  const sealed = sealSecret(one.number, ctx.services.config.secret, id, USE);
  await sql`update funds.bank_account set replaced_at = ${ctx.now} where district = ${ctx.district}
    and party_key = ${one.party.record_key} and replaced_at is null`.execute(tx);
  await sql`insert into funds.bank_account (district, id, party_id, party_key, account_name, number_sealed, last4, bank_name, entered_by,
      entered_by_name, entered_as, reason, at)
    values (${ctx.district}, ${id}, ${one.party.id}, ${one.party.record_key}, ${one.accountName}, ${sealed}, ${one.number.slice(-4)},
      ${one.bankName}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${one.enteredAs}, ${one.reason}, ${ctx.now})`.execute(
    tx,
  );
  return id;
}

/**
 * Full numbers by account: for payment files, and for the comparison of a new account with the one before, alone.
 * @throws AppError funds.account.sealed (500) when one was changed in the database or sealed under another JINCE_SECRET
 */
export async function openNumbers(
  ctx: Ctx,
  db: Db,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number_sealed: string }>`select id, number_sealed from funds.bank_account
    where district = ${ctx.district} and id = any(${accountIds}::uuid[])`.execute(db);
  const { secret } = ctx.services.config;
  try {
    return new Map(rows.map((row) => [row.id, openSecret(row.number_sealed, secret, row.id, USE)]));
  } catch {
    // The cause would quote the sealed text; who may look into it has the database.
    throw new AppError('funds.account.sealed');
  }
}
