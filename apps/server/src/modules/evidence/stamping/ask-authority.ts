import { randomBytes, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Authority } from './authority.ts';
import { DER, der, derInteger, derOid, readAll, readDer } from './der.ts';
import { type StampFacts, StampRefused, verifyToken } from './verify-token.ts';

const TIMEOUT_MS = 20_000;
/** A token with its certificates has a few KB. */
const MOST_BYTES = 256 * 1024;
const SHA256 = '2.16.840.1.101.3.4.2.1';

export interface Stamp extends StampFacts {
  /** The token as it came: what an outsider verifies. */
  readonly token: Buffer;
}

/** TimeStampReq (RFC 3161, 2.4.1) that asks for the certificate as well. */
export function stampRequest(sha256: string, nonce: Buffer): Buffer {
  const algorithm = der(DER.sequence, derOid(SHA256), der(DER.none));
  const imprint = der(DER.sequence, algorithm, der(DER.octets, Buffer.from(sha256, 'hex')));
  const wantsCertificate = der(DER.boolean, Buffer.from([0xff]));
  return der(DER.sequence, derInteger(Buffer.from([1])), imprint, derInteger(nonce), wantsCertificate);
}

/** The token of a TimeStampResp. @throws StampRefused when the authority did not grant one */
export function tokenOf(response: Buffer): Buffer {
  try {
    const [status, token] = readAll(readDer(response).content);
    const granted = status === undefined ? undefined : readAll(status.content)[0];
    // 0 granted, 1 granted with modifications.
    if (
      granted?.tag === DER.integer &&
      granted.content.length === 1 &&
      (granted.content[0] as number) <= 1 &&
      token !== undefined
    )
      return token.whole;
  } catch {
    throw new StampRefused('时间戳服务的答复格式有误');
  }
  throw new StampRefused('时间戳服务没有同意加盖');
}

/** Certificates of a PEM file; none where no file is set. */
export async function authoritiesOf(authority: Authority): Promise<X509Certificate[]> {
  if (authority.caFile === undefined) return [];
  const pem = await readFile(authority.caFile, 'utf8');
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

/**
 * Asks a time-stamp authority for a stamp over a hash and verifies it before it is believed.
 * @throws StampRefused · TypeError without network
 */
export async function askAuthority(authority: Authority, sha256: string): Promise<Stamp> {
  const nonce = randomBytes(16);
  const answer = await fetch(authority.url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(stampRequest(sha256, nonce)),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
  if (!answer.ok) throw new StampRefused(`时间戳服务答复 ${answer.status}`);
  const body = Buffer.from(await answer.arrayBuffer());
  if (body.length > MOST_BYTES) throw new StampRefused('时间戳服务的答复过大');
  const token = tokenOf(body);
  const facts = verifyToken(token, { sha256, nonce, authorities: await authoritiesOf(authority) });
  if (authority.caFile !== undefined && !facts.trusted) throw new StampRefused('时间戳证书不是由所设机构签发');
  return { ...facts, token };
}
