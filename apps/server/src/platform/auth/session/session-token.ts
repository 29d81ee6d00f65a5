import { createHash, randomBytes } from 'node:crypto';

/** Name of the cookie that carries the session token. */
export const SESSION_COOKIE = 'jince_session';

/** 256 random bits. Only its hash is stored, so a copy of the database opens no session. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
