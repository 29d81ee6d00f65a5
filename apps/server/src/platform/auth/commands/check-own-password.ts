import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { verifyPassword } from '../domain/hash-password.ts';
import { type Credentials, getCredentials } from '../repositories/account-repository.ts';
import { clearGuard, countFailure, lockGuard } from '../repositories/sign-in-guard.ts';
import type { SecurityParameters } from '../security-parameters.ts';
import { endSessions } from '../session/issue-session.ts';

/** The account of the signed-in actor. @throws {AppError} `platform.not-signed-in` */
export async function getOwnCredentials(ctx: Ctx): Promise<Credentials> {
  if (ctx.actor.userId === null) throw new AppError('platform.not-signed-in');
  return getCredentials(ctx.db, ctx, ctx.actor.userId);
}

/**
 * Asks for the password again before something that must not be done from an unattended screen. Failures count like
 * failed sign-ins; the last allowed one also ends all sessions of the account.
 * @throws {AppError} `identity.password.wrong` · `identity.sign-in.locked`
 */
export async function checkOwnPassword(
  ctx: Ctx,
  account: Credentials,
  password: string,
  use: { readonly action: string; readonly parameters: SecurityParameters },
): Promise<void> {
  const right = await verifyPassword(account.passwordHash, password);
  const error = await inTransaction(ctx, async (tx) => {
    const guard = await lockGuard(tx, ctx, account.username);
    if (guard.lockedUntil === null && right) {
      await clearGuard(tx, ctx, account.username);
      return undefined;
    }
    const { lockedUntil } =
      guard.lockedUntil === null ? await countFailure(tx, ctx, account.username, guard, use.parameters) : guard;
    if (lockedUntil !== null) await endSessions(tx, ctx, account.id);
    const refusal =
      lockedUntil === null
        ? new AppError('identity.password.wrong')
        : new AppError('identity.sign-in.locked', { minutes: use.parameters.lockMinutes });
    await writeAudit(tx, ctx, {
      action: use.action,
      subject: { kind: 'account', id: account.id, label: account.username },
      result: 'refused',
      details: { code: refusal.code },
    });
    return refusal;
  });
  if (error !== undefined) throw error;
}
