import { refuseOnRecord, writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { hashPassword, verifyPassword } from '../domain/hash-password.ts';
import { assertPasswordAllowed } from '../domain/password-policy.ts';
import { type Credentials, listFormerPasswords, storePassword } from '../repositories/account-repository.ts';
import type { Input, Output } from '../route-types.ts';
import { readSecurityParameters, type SecurityParameters } from '../security-parameters.ts';
import { endSessions } from '../session/issue-session.ts';
import { checkOwnPassword, getOwnCredentials } from './check-own-password.ts';

const ACTION = 'platform.password.change';

async function assertNotUsedBefore(
  ctx: Ctx,
  account: Credentials,
  password: string,
  { history }: SecurityParameters,
): Promise<void> {
  const former = [account.passwordHash, ...(await listFormerPasswords(ctx.db, ctx, account.id, history))];
  for (const hash of former) {
    if (await verifyPassword(hash, password)) throw new AppError('identity.password.reused', { history });
  }
}

/**
 * Changes the own password and ends the account's other sessions.
 * @throws {AppError} `identity.password.wrong` · `identity.password.weak` · `identity.password.guessable` · `identity.password.reused`
 */
export async function changePassword(ctx: Ctx, { body }: Input<'changePassword'>): Promise<Output<'changePassword'>> {
  const account = await getOwnCredentials(ctx);
  const parameters = await readSecurityParameters(ctx);
  await checkOwnPassword(ctx, account, body.current, { action: ACTION, parameters });
  const subject = { kind: 'account', id: account.id, label: account.username };
  await refuseOnRecord(ctx, { action: ACTION, subject }, async () => {
    assertPasswordAllowed(body.next, account.username, parameters);
    await assertNotUsedBefore(ctx, account, body.next, parameters);
  });
  const hash = await hashPassword(body.next);
  await inTransaction(ctx, async (tx) => {
    await storePassword(tx, ctx, account, { hash, mustChange: false });
    await endSessions(tx, ctx, account.id, ctx.actor.sessionId);
    await writeAudit(tx, ctx, { action: ACTION, subject });
  });
  return { ok: true };
}
