import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../errors/errors.ts';
import { hashPassword, needsRehash, verifyPassword } from './hash-password.ts';
import { acceptedStep, makeTotpSecret, totpUrl } from './one-time-code.ts';
import { assertPasswordAllowed, countClasses, makeFirstPassword } from './password-policy.ts';
import { openSecret, sealSecret } from './seal-secret.ts';

const policy = { minLength: 8, minClasses: 3 };

describe('password hashes', () => {
  it('are argon2id in PHC form, differ by salt and verify', async () => {
    const [a, b] = await Promise.all([hashPassword('Ab3-吴江'), hashPassword('Ab3-吴江')]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toBe(b);
    expect(await verifyPassword(a, 'Ab3-吴江')).toBe(true);
    expect(await verifyPassword(a, 'Ab3-吴汪')).toBe(false);
  });

  it('take full-width and half-width typing as the same password', async () => {
    expect(await verifyPassword(await hashPassword('Ａｂ３-x'), 'Ab3-x')).toBe(true);
  });

  it('refuse what is no hash instead of failing', async () => {
    for (const text of ['', 'x', '$2b$10$abc', '$argon2id$v=19$m=1,t=1,p=1$']) {
      expect(await verifyPassword(text, 'x')).toBe(false);
    }
  });

  it('of other costs still verify and ask to be renewed', async () => {
    const old = await hashPassword('Ab3-xyz!', { memory: 1024, passes: 1, parallelism: 1 });
    expect(await verifyPassword(old, 'Ab3-xyz!')).toBe(true);
    expect(needsRehash(old)).toBe(true);
    expect(needsRehash(await hashPassword('x'))).toBe(false);
  });

  // RFC 9106 §5.3 uses secret and associated data, which PHC strings do not carry; this vector is of the reference
  // implementation's own test-suite (argon2id, v=19, m=65536, t=2, p=1, "password", "somesalt").
  it('agree with the reference implementation', async () => {
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword(reference, 'password')).toBe(true);
  });
});

describe('password policy', () => {
  it.each([
    ['Abcdef1', 'identity.password.weak'],
    ['abcdefgh1', 'identity.password.weak'],
    ['Zhangsan-2026', 'identity.password.guessable'],
    ['Password123', 'identity.password.guessable'],
    ['P@ssw0rd', 'identity.password.guessable'],
    ['Admin@1234', 'identity.password.guessable'],
  ])('refuses %s', (password, code) => {
    expect(() => assertPasswordAllowed(password, 'zhangsan', policy)).toThrow(
      expect.objectContaining({ code }) as unknown as AppError,
    );
  });

  it.each(['Silk-loom-47', '盛泽Silk77', 'aB3!aB3!'])('allows %s', (password) => {
    expect(() => assertPasswordAllowed(password, 'zhangsan', policy)).not.toThrow();
  });

  it('allows every first password it makes, whatever the policy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 1, max: 4 }), (minLength, minClasses) => {
        const password = makeFirstPassword({ minLength, minClasses });
        expect(countClasses(password)).toBe(4);
        expect(() => assertPasswordAllowed(password, 'zhangsan', { minLength, minClasses })).not.toThrow();
      }),
    );
  });
});

describe('one-time codes', () => {
  const secret = makeTotpSecret();
  const now = new Date('2026-11-22T02:00:10Z');
  const step = Math.floor(now.getTime() / 30_000);
  const codeAt = (at: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at * 30_000 + 1 });

  it('are accepted one step early or late, and no further', () => {
    expect(acceptedStep(secret, codeAt(step), now, null)).toBe(step);
    expect(acceptedStep(secret, codeAt(step - 1), now, null)).toBe(step - 1);
    expect(acceptedStep(secret, codeAt(step + 1), now, null)).toBe(step + 1);
    expect(acceptedStep(secret, codeAt(step - 2), now, null)).toBeUndefined();
  });

  it('work once', () => {
    expect(acceptedStep(secret, codeAt(step), now, step)).toBeUndefined();
    expect(acceptedStep(secret, codeAt(step - 1), now, step)).toBeUndefined();
    expect(acceptedStep(secret, codeAt(step + 1), now, step)).toBe(step + 1);
  });

  it('may be typed with a space and must be six digits', () => {
    const code = codeAt(step);
    expect(acceptedStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, null)).toBe(step);
    for (const wrong of ['', '12345', '1234567', 'abcdef'])
      expect(acceptedStep(secret, wrong, now, null)).toBeUndefined();
  });

  it('are handed to an app as an otpauth address', () => {
    expect(totpUrl(secret, 'zhangsan')).toContain(`secret=${secret}`);
  });
});

describe('sealed secrets', () => {
  const sealed = sealSecret('JBSWY3DPEHPK3PXP', 'server secret', 'account-1');

  it('open under the same secret for the same owner only', () => {
    expect(openSecret(sealed, 'server secret', 'account-1')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => openSecret(sealed, 'server secret', 'account-2')).toThrow();
    expect(() => openSecret(sealed, 'other secret', 'account-1')).toThrow();
  });

  it('do not open when changed, and never look the same twice', () => {
    expect(() => openSecret(`${sealed.slice(0, -2)}AA`, 'server secret', 'account-1')).toThrow();
    expect(sealSecret('JBSWY3DPEHPK3PXP', 'server secret', 'account-1')).not.toBe(sealed);
  });
});
