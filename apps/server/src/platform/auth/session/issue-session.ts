import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { hashToken, makeToken, SESSION_COOKIE } from './session-token.ts';

export interface IssuedSession {
  readonly id: string;
  /** Goes into the cookie and nowhere else. */
  readonly token: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** Opens a session for an account; it ends after `lifetimeMinutes` whatever happens. */
export async function issueSession(tx: Tx, ctx: Ctx, userId: string, lifetimeMinutes: number): Promise<IssuedSession> {
  const expiresAt = new Date(ctx.now.getTime() + lifetimeMinutes * 60_000);
  const session = { id: uuidv7(), token: makeToken(), csrfToken: makeToken(), expiresAt };
  await sql`insert into platform.session
      (district, id, token_hash, user_id, csrf_token, created_at, last_seen_at, expires_at, source, user_agent)
    values (${ctx.district}, ${session.id}, ${hashToken(session.token)}, ${userId}, ${session.csrfToken}, ${ctx.now},
      ${ctx.now}, ${expiresAt}, ${ctx.source}, ${ctx.userAgent?.slice(0, 300) ?? null})`.execute(tx);
  return session;
}

/** Hands the token to the browser: not readable by scripts, sent to this site only, and only over TLS where there is TLS. */
export function setSessionCookie(ctx: Ctx, session: IssuedSession): void {
  ctx.reply?.setCookie(SESSION_COOKIE, session.token, {
    httpOnly: true,
    secure: ctx.services.config.publicUrl?.startsWith('https:') ?? false,
    sameSite: 'strict',
    path: '/',
    expires: session.expiresAt,
  });
}

/** Ends sessions of an account, all but `except`. */
export async function endSessions(tx: Tx, ctx: Ctx, userId: string, except: string | null = null): Promise<void> {
  await sql`delete from platform.session where district = ${ctx.district} and user_id = ${userId}
    and id is distinct from ${except}::uuid`.execute(tx);
}
