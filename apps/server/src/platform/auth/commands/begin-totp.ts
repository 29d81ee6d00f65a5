import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { makeTotpSecret, totpUrl } from '../domain/one-time-code.ts';
import { sealSecret } from '../domain/seal-secret.ts';
import type { Output } from '../route-types.ts';
import { getOwnCredentials } from './check-own-password.ts';

/** Makes a secret; it counts only after {@link confirmTotp}. @throws {AppError} `identity.totp.on` */
export async function beginTotp(ctx: Ctx): Promise<Output<'beginTotp'>> {
  const account = await getOwnCredentials(ctx);
  if (account.totpEnabled) throw new AppError('identity.totp.on');
  const secret = makeTotpSecret();
  const sealed = sealSecret(secret, ctx.services.config.secret, account.id);
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.user_account set totp_secret = ${sealed}, totp_last_step = null
      where district = ${ctx.district} and id = ${account.id} and not totp_enabled`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'platform.totp.begin',
      subject: { kind: 'account', id: account.id, label: account.username },
    });
  });
  return { secret, otpauthUrl: totpUrl(secret, account.username) };
}
