import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { refuseOnRecord, writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction, may } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { hashPassword } from '../domain/hash-password.ts';
import { makeFirstPassword } from '../domain/password-policy.ts';
import { getAccount } from '../queries/list-accounts.ts';
import { normaliseUsername, replaceGrants } from '../repositories/account-repository.ts';
import type { Input, Output } from '../route-types.ts';
import { readSecurityParameters } from '../security-parameters.ts';
import { assertGrantsAllowed, assertOrganisationKnown } from './assert-grants.ts';

const ACTION = 'platform.account.create';

/**
 * Opens an account with a first password that must be changed at the first sign-in. Roles are granted by other hands;
 * only the system itself (command line, demo) may do both at once.
 * @throws {AppError} `identity.roles.*` · `identity.account.name-taken` · `identity.account.organisation-unknown`
 */
export async function createAccount(ctx: Ctx, { body }: Input<'createAccount'>): Promise<Output<'createAccount'>> {
  const id = uuidv7();
  const username = normaliseUsername(body.username);
  const subject = { kind: 'account', id, label: username };
  await refuseOnRecord(ctx, { action: ACTION, subject, details: { roles: body.roles } }, () => {
    assertOrganisationKnown(ctx, body.organisationId);
    assertGrantsAllowed(ctx, body.roles);
    if (body.roles.length > 0 && !may(ctx, 'platform.role.grant')) throw new AppError('identity.roles.separate-hands');
  });
  const firstPassword = makeFirstPassword(await readSecurityParameters(ctx));
  const hash = await hashPassword(firstPassword);
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql`insert into platform.user_account
        (district, id, username, display_name, organisation_id, password_hash, password_changed_at, must_change_password, created_at)
      values (${ctx.district}, ${id}, ${username}, ${body.displayName}, ${body.organisationId ?? null}, ${hash}, ${ctx.now}, true, ${ctx.now})
      on conflict (district, username) do nothing returning id`.execute(tx);
    if (rows.length === 0) throw new AppError('identity.account.name-taken', { username });
    await replaceGrants(tx, ctx, id, body.roles);
    await writeAudit(tx, ctx, {
      action: ACTION,
      subject,
      details: { displayName: body.displayName, roles: body.roles },
    });
  });
  return { account: await getAccount(ctx, id), firstPassword };
}
