import { sql } from 'kysely';
import { refuseOnRecord, writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { acceptedStep } from '../domain/one-time-code.ts';
import { openSecret } from '../domain/seal-secret.ts';
import type { Input, Output } from '../route-types.ts';
import { getOwnCredentials } from './check-own-password.ts';

const ACTION = 'platform.totp.confirm';

/** @throws {AppError} `identity.totp.on` · `identity.totp.not-begun` · `identity.totp.wrong` */
export async function confirmTotp(ctx: Ctx, { body }: Input<'confirmTotp'>): Promise<Output<'confirmTotp'>> {
  const account = await getOwnCredentials(ctx);
  if (account.totpEnabled) throw new AppError('identity.totp.on');
  if (account.totpSecret === null) throw new AppError('identity.totp.not-begun');
  const subject = { kind: 'account', id: account.id, label: account.username };
  const secret = openSecret(account.totpSecret, ctx.services.config.secret, account.id);
  const step = await refuseOnRecord(ctx, { action: ACTION, subject }, () => {
    const accepted = acceptedStep(secret, body.code, ctx.now, account.totpLastStep);
    if (accepted === undefined) throw new AppError('identity.totp.wrong');
    return accepted;
  });
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.user_account set totp_enabled = true, totp_last_step = ${step}
      where district = ${ctx.district} and id = ${account.id}`.execute(tx);
    await writeAudit(tx, ctx, { action: ACTION, subject });
  });
  return { ok: true };
}
