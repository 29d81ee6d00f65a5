import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Input, Output } from '../route-types.ts';
import { readSecurityParameters } from '../security-parameters.ts';
import { checkOwnPassword, getOwnCredentials } from './check-own-password.ts';

const ACTION = 'platform.totp.disable';

/** @throws {AppError} `identity.password.wrong` */
export async function disableTotp(ctx: Ctx, { body }: Input<'disableTotp'>): Promise<Output<'disableTotp'>> {
  const account = await getOwnCredentials(ctx);
  await checkOwnPassword(ctx, account, body.password, {
    action: ACTION,
    parameters: await readSecurityParameters(ctx),
  });
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.user_account set totp_enabled = false, totp_secret = null, totp_last_step = null
      where district = ${ctx.district} and id = ${account.id}`.execute(tx);
    await writeAudit(tx, ctx, {
      action: ACTION,
      subject: { kind: 'account', id: account.id, label: account.username },
    });
  });
  return { ok: true };
}
