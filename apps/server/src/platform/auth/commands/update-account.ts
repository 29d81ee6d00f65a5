import { sql } from 'kysely';
import { refuseOnRecord, writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { getAccount } from '../queries/list-accounts.ts';
import { getCredentials, listGrants } from '../repositories/account-repository.ts';
import type { Input, Output } from '../route-types.ts';
import { endSessions } from '../session/issue-session.ts';
import { assertAdministratorsRemain, assertOrganisationKnown } from './assert-grants.ts';

const ACTION = 'platform.account.update';

/**
 * Changes name, body or status; a disabled account is signed out everywhere at once.
 * @throws {AppError} `platform.not-found` · `identity.account.own-status` · `identity.account.last-administrator`
 */
export async function updateAccount(
  ctx: Ctx,
  { params, body }: Input<'updateAccount'>,
): Promise<Output<'updateAccount'>> {
  const account = await getCredentials(ctx.db, ctx, params.id);
  const subject = { kind: 'account', id: account.id, label: account.username };
  const disabling = body.status === 'disabled' && account.status === 'active';
  await refuseOnRecord(ctx, { action: ACTION, subject, details: body }, async () => {
    assertOrganisationKnown(ctx, body.organisationId);
    if (!disabling) return;
    if (account.id === ctx.actor.userId) throw new AppError('identity.account.own-status');
    const held = await listGrants(ctx.db, ctx, account.id);
    await assertAdministratorsRemain(
      ctx.db,
      ctx,
      account.id,
      held.map((grant) => grant.role),
    );
  });
  const next = {
    displayName: body.displayName ?? account.displayName,
    organisationId: body.organisationId === undefined ? account.organisationId : body.organisationId,
    status: body.status ?? account.status,
  };
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.user_account
      set display_name = ${next.displayName}, organisation_id = ${next.organisationId}, status = ${next.status}
      where district = ${ctx.district} and id = ${account.id}`.execute(tx);
    if (disabling) await endSessions(tx, ctx, account.id);
    const before = { displayName: account.displayName, organisationId: account.organisationId, status: account.status };
    await writeAudit(tx, ctx, { action: ACTION, subject, details: { before, after: next } });
  });
  return getAccount(ctx, account.id);
}
