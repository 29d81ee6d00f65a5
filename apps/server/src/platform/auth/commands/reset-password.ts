import { sql } from 'kysely';
import { familiesOf } from '../../access/role-rules.ts';
import { refuseOnRecord, writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { hashPassword } from '../domain/hash-password.ts';
import { makeFirstPassword } from '../domain/password-policy.ts';
import { getCredentials, listGrants, storePassword } from '../repositories/account-repository.ts';
import { clearGuard } from '../repositories/sign-in-guard.ts';
import type { Input, Output } from '../route-types.ts';
import { readSecurityParameters } from '../security-parameters.ts';
import { endSessions } from '../session/issue-session.ts';

const ACTION = 'platform.account.reset-password';

/**
 * Gives a new first password, unlocks, signs out everywhere and switches one-time codes off (their device may be what
 * was lost). With it a system administrator could become another administrator, so theirs are reset at the server only.
 * @throws {AppError} `platform.not-found` · `identity.account.other-administrator`
 */
export async function resetPassword(ctx: Ctx, { params }: Input<'resetPassword'>): Promise<Output<'resetPassword'>> {
  const account = await getCredentials(ctx.db, ctx, params.id);
  const subject = { kind: 'account', id: account.id, label: account.username };
  await refuseOnRecord(ctx, { action: ACTION, subject }, async () => {
    const families = familiesOf(await listGrants(ctx.db, ctx, account.id));
    if (ctx.actor.userId !== null && (families.has('security') || families.has('audit'))) {
      throw new AppError('identity.account.other-administrator');
    }
  });
  const firstPassword = makeFirstPassword(await readSecurityParameters(ctx));
  const hash = await hashPassword(firstPassword);
  await inTransaction(ctx, async (tx) => {
    await storePassword(tx, ctx, account, { hash, mustChange: true });
    await sql`update platform.user_account set totp_enabled = false, totp_secret = null, totp_last_step = null
      where district = ${ctx.district} and id = ${account.id}`.execute(tx);
    await clearGuard(tx, ctx, account.username);
    await endSessions(tx, ctx, account.id);
    await writeAudit(tx, ctx, { action: ACTION, subject, details: { totpWasOn: account.totpEnabled } });
  });
  return { firstPassword };
}
