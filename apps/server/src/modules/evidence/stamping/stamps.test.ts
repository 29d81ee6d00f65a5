import { hash, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startAuthority, type TestAuthority } from '../testing/test-authority.ts';
import { askAuthority, stampRequest, tokenOf } from './ask-authority.ts';
import { derInteger, derOid, readDer, readOid } from './der.ts';
import { StampRefused, verifyToken } from './verify-token.ts';

const NOW = new Date('2026-11-20T08:30:00Z');
const SHA = hash('sha256', '货架照片', 'hex');
let authority: TestAuthority;
let folder: string;
let caFile: string;

beforeAll(async () => {
  authority = await startAuthority({ now: () => NOW });
  folder = mkdtempSync(join(tmpdir(), 'jince-tsa-'));
  caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.root.toString());
});
afterAll(async () => {
  await authority.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => authority.breakAnswers({}));

const ask = (ca: string | undefined = caFile) => askAuthority({ url: authority.url, caFile: ca }, SHA);

describe('a time-stamp authority', () => {
  it('stamps a hash, and the stamp is verified before it is believed', async () => {
    const stamp = await ask();
    expect(stamp).toMatchObject({
      stampedAt: '2026-11-20T08:30:00.000Z',
      authority: 'Test Time Stamps',
      policy: '1.3.6.1.4.1.99999.1',
      trusted: true,
    });
    const again = verifyToken(stamp.token, { sha256: SHA, authorities: [authority.root] });
    expect(again.stampedAt).toBe(stamp.stampedAt);
  });

  it('is not trusted where no authority is named, and refused where another one is', async () => {
    expect((await askAuthority({ url: authority.url, caFile: undefined }, SHA)).trusted).toBe(false);
    const other = await startAuthority({ now: () => NOW });
    const elsewhere = join(folder, 'other.pem');
    writeFileSync(elsewhere, other.root.toString());
    await other.close();
    await expect(ask(elsewhere)).rejects.toThrow('不是由所设机构签发');
  });

  it.each([
    ['another hash', { otherHash: true }, '另一个哈希值'],
    ['another request', { otherNonce: true }, '本次请求'],
    ['a false signature', { flipSignature: true }, '签名无效|格式有误'],
    ['a refusal', { refuse: true }, '没有同意'],
  ] as const)('is refused for %s', async (_what, breakage, why) => {
    authority.breakAnswers(breakage);
    await expect(ask()).rejects.toThrow(new RegExp(why));
  });

  it('must have a certificate for time-stamps', async () => {
    const server = await startAuthority({ now: () => NOW, purpose: '1.3.6.1.5.5.7.3.1' });
    try {
      await expect(askAuthority({ url: server.url, caFile: undefined }, SHA)).rejects.toThrow('不是时间戳证书');
    } finally {
      await server.close();
    }
  });

  it('must stamp within the days of its certificate', () => {
    const token = tokenOf(authority.answer(stampRequest(SHA, Buffer.from([1, 2])), new Date('2040-01-01T00:00:00Z')));
    expect(() => verifyToken(token, { sha256: SHA, authorities: [] })).toThrow('有效期');
  });

  it('proves nothing of bytes that were changed anywhere', async () => {
    const { token } = await ask();
    let believed = 0;
    for (let at = 0; at < token.length; at++) {
      const changed = Buffer.from(token);
      changed.writeUInt8((changed[at] as number) ^ 0x01, at);
      try {
        const facts = verifyToken(changed, { sha256: SHA, authorities: [authority.root] });
        // What the signature does not cover (which signer is named, unused fields) may change; what it says may not.
        if (!facts.trusted || facts.stampedAt !== '2026-11-20T08:30:00.000Z') believed++;
      } catch (error) {
        expect(error).toBeInstanceOf(StampRefused);
      }
    }
    expect(believed).toBe(0);
  });

  it('answers with nonsense: refused with a sentence', () => {
    expect(() => tokenOf(Buffer.from('<html>'))).toThrow(StampRefused);
    expect(() => verifyToken(Buffer.alloc(0), { sha256: SHA, authorities: [] })).toThrow('格式有误');
    expect(authority.root).toBeInstanceOf(X509Certificate);
  });
});

describe('DER', () => {
  it('writes what it reads', () => {
    for (const oid of ['1.2.840.113549.1.9.16.2.47', '2.16.840.1.101.3.4.2.1', '2.5.4.3', '1.3.6.1.4.1.99999.1'])
      expect(readOid(readDer(derOid(oid)))).toBe(oid);
    expect(derInteger(Buffer.from([0, 0, 0x80])).toString('hex')).toBe('02020080');
    expect(derInteger(Buffer.from([0])).toString('hex')).toBe('020100');
  });
});
