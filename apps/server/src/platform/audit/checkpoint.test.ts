import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkpointKey, exportPublicKey, isSignedBy, keyIdOf, signCheckpoint } from './checkpoint.ts';

const SECRET = 'a secret of more than thirty-two characters';
const state = { district: '320509', seq: 7, hash: 'ab'.repeat(32), at: '2026-11-22T02:00:00.000Z' };

describe('signed checkpoints', () => {
  const key = checkpointKey(SECRET);
  const signed = signCheckpoint(state, key);

  it('are checked with the exported public key alone', () => {
    const outside = createPublicKey(exportPublicKey(SECRET));
    expect(isSignedBy(signed, [outside])).toBe(true);
    expect(keyIdOf(outside)).toBe(signed.keyId);
  });

  it('come from the same key after a restart and from another with another secret', () => {
    expect(checkpointKey(SECRET).keyId).toBe(key.keyId);
    expect(isSignedBy(signed, [checkpointKey(`${SECRET}!`).publicKey])).toBe(false);
  });

  it.each([
    ['seq', { seq: 8 }],
    ['hash', { hash: 'ac'.repeat(32) }],
    ['time', { at: '2026-11-22T02:00:01.000Z' }],
    ['district', { district: '320510' }],
  ])('do not hold for another %s', (_what, change) => {
    expect(isSignedBy({ ...signed, ...change }, [key.publicKey])).toBe(false);
  });
});
