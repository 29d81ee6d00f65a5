import { createVerify, hash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { DER, DerError, type DerValue, readAll, readDer, readOid, readTime } from './der.ts';

/** What a verified token says (RFC 3161). */
export interface StampFacts {
  readonly stampedAt: string;
  readonly authority: string;
  readonly serial: string;
  readonly policy: string;
  /** Whether the certificate leads to an authority that was given. */
  readonly trusted: boolean;
}

/** Why a token proves nothing. */
export class StampRefused extends Error {
  override name = 'StampRefused';
}

export interface StampExpected {
  /** Hex SHA-256 the stamp must be of. */
  readonly sha256: string;
  /** Number sent with the request; absent when a kept token is read again. */
  readonly nonce?: Buffer;
  readonly authorities: readonly X509Certificate[];
}

const OIDS = {
  signedData: '1.2.840.113549.1.7.2',
  stampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

function part(values: readonly DerValue[], at: number, tag?: number): DerValue {
  const value = values[at];
  if (value === undefined || (tag !== undefined && value.tag !== tag)) throw new DerError('structure');
  return value;
}

const inside = (value: DerValue) => readAll(value.content);

function need(fact: boolean, why: string): asserts fact {
  if (!fact) throw new StampRefused(why);
}

const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

const digestOf = (algorithm: DerValue): string => {
  const name = DIGESTS[readOid(part(inside(algorithm), 0))];
  need(name !== undefined, '时间戳使用了未知的摘要算法');
  return name;
};

interface Info {
  readonly facts: Omit<StampFacts, 'authority' | 'trusted'>;
  readonly nonce: Buffer | undefined;
}

/** TSTInfo: version, policy, imprint, serial, time, accuracy?, ordering?, nonce?, tsa?, extensions?. */
function readInfo(content: Buffer, sha256: string): Info {
  const fields = readAll(readDer(content).content);
  const imprint = inside(part(fields, 2, DER.sequence));
  need(readOid(part(inside(part(imprint, 0)), 0)) === OIDS.sha256, '时间戳不是对 SHA-256 哈希值加盖的');
  need(same(part(imprint, 1, DER.octets).content, Buffer.from(sha256, 'hex')), '时间戳对应的是另一个哈希值');
  return {
    facts: {
      policy: readOid(part(fields, 1)),
      serial: part(fields, 3, DER.integer).content.toString('hex'),
      stampedAt: readTime(part(fields, 4)),
    },
    nonce: fields.slice(5).find((field) => field.tag === DER.integer)?.content,
  };
}

interface Signed {
  readonly content: Buffer;
  readonly certificates: readonly X509Certificate[];
  readonly signer: readonly DerValue[];
}

/** ContentInfo → SignedData with its content, certificates and one signer. */
function readSigned(token: Buffer): Signed {
  const [type, wrapped] = inside(readDer(token));
  need(type !== undefined && wrapped !== undefined && readOid(type) === OIDS.signedData, '不是时间戳令牌');
  const fields = readAll(readDer(wrapped.content).content);
  const encapsulated = inside(part(fields, 2, DER.sequence));
  need(readOid(part(encapsulated, 0)) === OIDS.stampInfo, '签名内容不是时间戳');
  const content = readDer(part(encapsulated, 1).content).content;
  const given = fields.find((field) => field.tag === 0xa0);
  const certificates = given === undefined ? [] : inside(given).map((one) => new X509Certificate(one.whole));
  const signers = inside(part(fields, fields.length - 1, DER.set));
  need(signers.length === 1, '时间戳须恰有一个签名');
  return { content, certificates, signer: inside(part(signers, 0)) };
}

/** Attributes of the signer by type. */
function attributesOf(signer: readonly DerValue[]): { whole: DerValue; values: Map<string, DerValue> } {
  const whole = signer.find((field) => field.tag === 0xa0);
  need(whole !== undefined, '时间戳缺少签名属性');
  const values = new Map<string, DerValue>();
  for (const attribute of inside(whole)) {
    const [type, set] = inside(attribute);
    if (type !== undefined && set !== undefined) values.set(readOid(type), part(inside(set), 0));
  }
  return { whole, values };
}

/** The certificate the signature names by its hash (ESSCertID, ESSCertIDv2). */
function signerCertificate({ certificates }: Signed, values: ReadonlyMap<string, DerValue>): X509Certificate {
  const second = values.get(OIDS.signingCertificateV2);
  const named = second ?? values.get(OIDS.signingCertificate);
  need(named !== undefined, '时间戳没有指明签名证书');
  const id = inside(part(inside(part(inside(named), 0)), 0));
  const algorithm = id[0]?.tag === DER.sequence ? digestOf(id[0]) : second === undefined ? 'sha1' : 'sha256';
  const wanted = id.find((field) => field.tag === DER.octets)?.content;
  const found = certificates.find((one) => wanted !== undefined && same(hash(algorithm, one.raw, 'buffer'), wanted));
  need(found !== undefined, '时间戳中没有签名证书');
  return found;
}

function assertSigned(signed: Signed, certificate: X509Certificate): void {
  const { whole, values } = attributesOf(signed.signer);
  const algorithm = digestOf(part(signed.signer, 2, DER.sequence));
  const digest = values.get(OIDS.messageDigest)?.content;
  need(digest !== undefined && same(digest, hash(algorithm, signed.content, 'buffer')), '时间戳内容与签名不符');
  const type = values.get(OIDS.contentType);
  need(type !== undefined && readOid(type) === OIDS.stampInfo, '时间戳签名属性有误');
  // The signature covers the attributes as a SET, not with the tag they are carried under.
  const covered = Buffer.concat([Buffer.from([DER.set]), whole.whole.subarray(1)]);
  const signature = signed.signer.find((field) => field.tag === DER.octets)?.content;
  const valid =
    signature !== undefined && createVerify(algorithm).update(covered).verify(certificate.publicKey, signature);
  need(valid, '时间戳签名无效');
}

/** From the signer's certificate up to one of the authorities, each link valid on the day of the stamp. */
function leadsTo(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
  at: Date,
): boolean {
  const inTime = (one: X509Certificate) => at >= new Date(one.validFrom) && at <= new Date(one.validTo);
  let link = certificate;
  for (let steps = 0; steps < 8 && inTime(link); steps++) {
    if (authorities.some((one) => one.fingerprint256 === link.fingerprint256)) return true;
    const issuedBy = (one: X509Certificate) => link.checkIssued(one) && link.verify(one.publicKey);
    const root = authorities.find(issuedBy);
    if (root !== undefined) return inTime(root);
    const next = between.find((one) => one.fingerprint256 !== link.fingerprint256 && one.ca && issuedBy(one));
    if (next === undefined) return false;
    link = next;
  }
  return false;
}

/**
 * Verifies a time-stamp token: hash, nonce, signature over content and attributes, certificate named by the signature, its
 * purpose and its days. Whether it leads to a given authority is told in `trusted`.
 * @throws StampRefused with the reason in Chinese
 */
export function verifyToken(token: Buffer, expected: StampExpected): StampFacts {
  try {
    const signed = readSigned(token);
    const { facts, nonce } = readInfo(signed.content, expected.sha256);
    if (expected.nonce !== undefined)
      need(
        nonce !== undefined && BigInt(`0x${nonce.toString('hex')}`) === BigInt(`0x${expected.nonce.toString('hex')}`),
        '时间戳不是对本次请求的答复',
      );
    const certificate = signerCertificate(signed, attributesOf(signed.signer).values);
    assertSigned(signed, certificate);
    need(certificate.keyUsage?.includes(OIDS.timeStamping) === true, '签名证书不是时间戳证书');
    const at = new Date(facts.stampedAt);
    need(at >= new Date(certificate.validFrom) && at <= new Date(certificate.validTo), '加盖时签名证书不在有效期内');
    return {
      ...facts,
      authority: /(?:^|\n)CN=(.+)/.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', '),
      trusted: leadsTo(certificate, signed.certificates, expected.authorities, at),
    };
  } catch (error) {
    if (error instanceof StampRefused) throw error;
    throw new StampRefused('时间戳令牌格式有误');
  }
}
