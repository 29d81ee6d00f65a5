import { describe, expect, it } from 'vitest';
import {
  addressKeyOf,
  codeHashOf,
  contactKeyOf,
  isCode,
  isFormKey,
  issueFormKey,
  openPaper,
  receiptFor,
  sealPaper,
  tidyCode,
} from './report-keys.ts';

const secret = 'a secret for tests only, 0123456789 abcdef';
const now = new Date('2026-11-22T02:00:00Z');

describe('keys of a form', () => {
  it('are taken for their hours alone, and only from here', () => {
    const key = issueFormKey(secret, now);
    const later = new Date(now.getTime() + 25 * 3_600_000);
    expect(isFormKey(secret, key, now, 24)).toBe(true);
    expect(isFormKey(secret, key, later, 24)).toBe(false);
    expect(isFormKey('another secret, long enough to be one', key, now, 24)).toBe(false);
    for (const made of ['', 'a.b.c', `${key}x`, key.replace(/^./, '0')])
      expect(isFormKey(secret, made, now, 24)).toBe(false);
  });
  it('give one receipt, and another form another', () => {
    const [one, other] = [issueFormKey(secret, now), issueFormKey(secret, now)];
    expect(receiptFor(secret, one, '2026-11-22')).toEqual(receiptFor(secret, one, '2026-11-22'));
    expect(receiptFor(secret, one, '2026-11-22').code).not.toBe(receiptFor(secret, other, '2026-11-22').code);
    expect(receiptFor(secret, one, '2026-11-22').receipt).toMatch(/^R20261122-[0-9A-Z]{6}$/);
    expect(receiptFor(secret, one, '2026-11-22').code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});

describe('query codes', () => {
  it('are known again as people type them, and nothing else is', () => {
    const hash = codeHashOf(secret, 'R1', '01AB-CDEF-GHJK-MNPQ');
    for (const typed of ['01ab cdef ghjk mnpq', 'oIAB-CDEF-GHJK-MNPQ', '０１ＡＢ-CDEFGHJKMNPQ'])
      expect(isCode(secret, 'R1', typed, hash), typed).toBe(true);
    for (const typed of ['', '01AB-CDEF-GHJK-MNPR', '01AB-CDEF-GHJK'])
      expect(isCode(secret, 'R1', typed, hash)).toBe(false);
    expect(isCode(secret, 'R2', '01AB-CDEF-GHJK-MNPQ', hash)).toBe(false);
  });
  it('tidies what is typed', () => expect(tidyCode(' o0-lI ')).toBe('0011'));
});

describe('senders', () => {
  it('are a network on a day', () => {
    const key = (address: string, on = '2026-11-22') => addressKeyOf(secret, address, on);
    expect(key('2001:db8:1:2::5')).toBe(key('2001:db8:1:2:ffff::1'));
    expect(key('2001:db8:1:2::5')).not.toBe(key('2001:db8:1:3::5'));
    expect(key('::ffff:192.0.2.1')).toBe(key('192.0.2.1'));
    expect(key('192.0.2.1')).not.toBe(key('192.0.2.1', '2026-11-23'));
  });
  it('are known by contact however it is spaced', () => {
    expect(contactKeyOf(secret, '138 1234-5678')).toBe(contactKeyOf(secret, '13812345678'));
    expect(contactKeyOf(secret, ' ')).toBeNull();
  });
});

describe('papers a form carries on', () => {
  it('come back unchanged, or not at all', () => {
    const token = sealPaper(secret, 'form', { sha256: 'ab', size: 3 });
    expect(openPaper(secret, 'form', token)).toEqual({ sha256: 'ab', size: 3 });
    expect(openPaper(secret, 'another form', token)).toBeUndefined();
    const forged = `${Buffer.from('{"sha256":"cd"}').toString('base64url')}.${token.split('.')[1]}`;
    expect(openPaper(secret, 'form', forged)).toBeUndefined();
    expect(openPaper(secret, 'form', '')).toBeUndefined();
  });
});
