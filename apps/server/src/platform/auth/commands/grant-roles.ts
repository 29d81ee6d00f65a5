import { sql } from 'kysely';
import { refuseOnRecord, writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { getAccount } from '../queries/list-accounts.ts';
import { getCredentials, listGrants, replaceGrants } from '../repositories/account-repository.ts';
import type { Input, Output } from '../route-types.ts';
import { assertAdministratorsRemain, assertGrantsAllowed } from './assert-grants.ts';

const ACTION = 'platform.role.grant';

/** Grants are changed one after the other, so that two administrators cannot remove each other at the same moment. */
async function lockGrants(tx: Tx, ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`grant-roles ${ctx.district}`}))`.execute(tx);
}

/**
 * Sets the roles and places of an account. They hold from the account's next request on.
 * @throws {AppError} `platform.not-found` · `identity.roles.*` · `identity.account.last-administrator`
 */
export async function grantRoles(ctx: Ctx, { params, body }: Input<'grantRoles'>): Promise<Output<'grantRoles'>> {
  const account = await getCredentials(ctx.db, ctx, params.id);
  const subject = { kind: 'account', id: account.id, label: account.username };
  await refuseOnRecord(ctx, { action: ACTION, subject, details: { roles: body.roles } }, async () => {
    if (account.id === ctx.actor.userId) throw new AppError('identity.roles.own');
    assertGrantsAllowed(ctx, body.roles);
    await inTransaction(ctx, async (tx) => {
      await lockGrants(tx, ctx);
      const before = await listGrants(tx, ctx, account.id);
      const kept = new Set(body.roles.map((grant) => grant.role));
      const losing = before.map((grant) => grant.role).filter((role) => !kept.has(role));
      await assertAdministratorsRemain(tx, ctx, account.id, losing);
      await replaceGrants(tx, ctx, account.id, body.roles);
      await writeAudit(tx, ctx, { action: ACTION, subject, details: { before, after: body.roles } });
    });
  });
  return getAccount(ctx, account.id);
}
