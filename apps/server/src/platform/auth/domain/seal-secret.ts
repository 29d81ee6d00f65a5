import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a sealed text is for: each use has a key of its own. */
export type SealUse =
  | 'one-time-code secrets'
  | 'bank account numbers'
  | 'reporters of violations'
  | 'protected cells of imports';

const IV_BYTES = 12;

function keyFrom(secret: string, use: SealUse): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `jince ${use} aes-256-gcm v1`, 32));
}

/** Encrypts (AES-256-GCM) under a key derived from `JINCE_SECRET`; `owner` is bound to it, so it cannot be moved to another account. */
export function sealSecret(
  plain: string,
  secret: string,
  owner: string,
  use: SealUse = 'one-time-code secrets',
): string {
  return seal(plain, keyFrom(secret, use), owner, randomBytes(IV_BYTES));
}

/** The same, but the same text always gives the same seal: who sees two of them learns that they are alike, and no more. */
export function sealRepeatably(plain: string, secret: string, owner: string, use: SealUse): string {
  const key = keyFrom(secret, use);
  const iv = createHmac('sha256', key).update(owner).update('\0').update(plain).digest().subarray(0, IV_BYTES);
  return seal(plain, key, owner, iv);
}

function seal(plain: string, key: Buffer, owner: string, iv: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return ['v1', iv, cipher.getAuthTag(), sealed]
    .map((p) => (typeof p === 'string' ? p : p.toString('base64url')))
    .join('.');
}

/** @throws Error when the text was changed, belongs to another owner or was sealed under another secret. */
export function openSecret(
  sealed: string,
  secret: string,
  owner: string,
  use: SealUse = 'one-time-code secrets',
): string {
  const [version, iv, tag, body] = sealed.split('.');
  if (version !== 'v1' || iv === undefined || tag === undefined || body === undefined) {
    throw new Error('not a sealed secret');
  }
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret, use), Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(owner))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}
