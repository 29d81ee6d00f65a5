import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Output } from '../route-types.ts';
import { SESSION_COOKIE } from '../session/session-token.ts';

export async function signOut(ctx: Ctx): Promise<Output<'signOut'>> {
  const { userId, username, sessionId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    await sql`delete from platform.session where district = ${ctx.district} and id = ${sessionId}::uuid`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'platform.session.end',
      subject: { kind: 'account', id: userId ?? '', label: username },
    });
  });
  ctx.reply?.clearCookie(SESSION_COOKIE);
  return { ok: true };
}
