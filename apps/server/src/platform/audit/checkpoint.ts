import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** A signed state of the chain: at `at` its last entry was `seq` with `hash`. */
export interface Checkpoint {
  readonly district: string;
  readonly seq: number;
  readonly hash: string;
  /** ISO instant, UTC, three decimals. */
  readonly at: string;
  readonly keyId: string;
  /** Ed25519, base64. */
  readonly signature: string;
}

export interface CheckpointKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly keyId: string;
}

/** DER of a PKCS #8 Ed25519 private key up to its 32-byte seed (RFC 8410 §7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** First 16 hex digits of SHA-256 over the public key (SPKI, DER). */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

/** The installation's signing key, derived from `JINCE_SECRET` (HKDF-SHA-256), so that no key file has to be kept. */
export function checkpointKey(secret: string): CheckpointKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'jince audit checkpoint ed25519 v1', 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

/** The public key as PEM, for those who check from outside. */
export function exportPublicKey(secret: string): string {
  return checkpointKey(secret).publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

type Unsigned = Omit<Checkpoint, 'keyId' | 'signature'>;

/** The bytes that are signed. */
export function checkpointText(c: Unsigned): Buffer {
  return Buffer.from(`jince-audit-checkpoint\t${c.district}\t${c.seq}\t${c.hash}\t${c.at}`, 'utf8');
}

export function signCheckpoint(state: Unsigned, key: CheckpointKey): Checkpoint {
  const signature = sign(null, checkpointText(state), key.privateKey).toString('base64');
  return { ...state, keyId: key.keyId, signature };
}

/** True when one of the trusted keys signed exactly this state. */
export function isSignedBy(c: Checkpoint, trusted: readonly KeyObject[]): boolean {
  const key = trusted.find((candidate) => keyIdOf(candidate) === c.keyId);
  return key !== undefined && verify(null, checkpointText(c), key, Buffer.from(c.signature, 'base64'));
}
