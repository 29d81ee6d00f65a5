import { createSign, generateKeyPairSync, hash, type KeyObject, X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { DER, der, derInteger, derOid, readAll, readDer } from '../stamping/der.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const POLICY = '1.3.6.1.4.1.99999.1';

const algorithm = (oid: string, ...rest: Buffer[]) => der(DER.sequence, derOid(oid), ...rest);
const sha256Algorithm = () => algorithm(SHA256, der(DER.none));
const time = (at: Date) => der(DER.time, Buffer.from(`${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));
const name = (text: string) =>
  der(DER.sequence, der(DER.set, der(DER.sequence, derOid('2.5.4.3'), der(DER.utf8, Buffer.from(text)))));
const sign = (bytes: Buffer, key: KeyObject) => createSign('sha256').update(bytes).sign(key);

interface Holder {
  readonly certificate: Buffer;
  readonly privateKey: KeyObject;
}

function extension(oid: string, critical: boolean, value: Buffer): Buffer {
  return der(
    DER.sequence,
    derOid(oid),
    ...(critical ? [der(DER.boolean, Buffer.from([0xff]))] : []),
    der(DER.octets, value),
  );
}

/** A certificate made for a test: of an authority itself, or for the purpose of time-stamps. */
function certify(
  subject: string,
  by: { subject: string; key?: KeyObject } | undefined,
  days: { from: Date; to: Date },
  purpose?: string,
): Holder {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extensions = [
    extension(
      '2.5.29.19',
      true,
      der(DER.sequence, ...(by === undefined ? [der(DER.boolean, Buffer.from([0xff]))] : [])),
    ),
    ...(purpose === undefined ? [] : [extension('2.5.29.37', true, der(DER.sequence, derOid(purpose)))]),
  ];
  const body = der(
    DER.sequence,
    der(0xa0, derInteger(Buffer.from([2]))),
    derInteger(hash('sha256', subject, 'buffer').subarray(0, 8)),
    algorithm(ECDSA_SHA256),
    name(by?.subject ?? subject),
    der(DER.sequence, time(days.from), time(days.to)),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(DER.sequence, ...extensions)),
  );
  const signature = sign(body, by?.key ?? privateKey);
  const certificate = der(
    DER.sequence,
    body,
    algorithm(ECDSA_SHA256),
    der(DER.bits, Buffer.concat([Buffer.from([0]), signature])),
  );
  return { certificate, privateKey };
}

/** What a test may break. */
export interface Breakage {
  readonly otherHash?: boolean;
  readonly otherNonce?: boolean;
  readonly flipSignature?: boolean;
  readonly refuse?: boolean;
}

export interface TestAuthority {
  readonly url: string;
  readonly root: X509Certificate;
  /** Answers from now on are broken like this. */
  breakAnswers(breakage: Breakage): void;
  answer(request: Buffer, at?: Date): Buffer;
  close(): Promise<void>;
}

/** A time-stamp authority in this process with a root and a certificate of its own. */
export async function startAuthority(options: { purpose?: string; now: () => Date }): Promise<TestAuthority> {
  const days = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2036-01-01T00:00:00Z') };
  const root = certify('Test Root', undefined, days);
  const stamper = certify(
    'Test Time Stamps',
    { subject: 'Test Root', key: root.privateKey },
    days,
    options.purpose ?? '1.3.6.1.5.5.7.3.8',
  );
  let broken: Breakage = {};
  let serial = 0;

  function answer(request: Buffer, at = options.now()): Buffer {
    if (broken.refuse) return der(DER.sequence, der(DER.sequence, derInteger(Buffer.from([2]))));
    const fields = readAll(readDer(request).content);
    const imprint = fields[1]?.whole as Buffer;
    const wrong = der(DER.sequence, sha256Algorithm(), der(DER.octets, Buffer.alloc(32, 7)));
    const nonce = broken.otherNonce ? derInteger(Buffer.from([9, 9, 9])) : (fields[2]?.whole as Buffer);
    const info = der(
      DER.sequence,
      derInteger(Buffer.from([1])),
      derOid(POLICY),
      broken.otherHash ? wrong : imprint,
      derInteger(Buffer.from([++serial])),
      time(at),
      nonce,
    );
    const essCert = der(
      DER.sequence,
      der(DER.sequence, der(DER.sequence, der(DER.octets, hash('sha256', stamper.certificate, 'buffer')))),
    );
    const attribute = (oid: string, value: Buffer) => der(DER.sequence, derOid(oid), der(DER.set, value));
    const attributes = [
      attribute('1.2.840.113549.1.9.3', derOid('1.2.840.113549.1.9.16.1.4')),
      attribute('1.2.840.113549.1.9.4', der(DER.octets, hash('sha256', info, 'buffer'))),
      attribute('1.2.840.113549.1.9.16.2.47', essCert),
    ].toSorted(Buffer.compare);
    const signature = sign(der(DER.set, ...attributes), stamper.privateKey);
    if (broken.flipSignature) signature.writeUInt8((signature.at(-1) as number) ^ 1, signature.length - 1);
    const signer = der(
      DER.sequence,
      derInteger(Buffer.from([1])),
      der(DER.sequence, name('Test Root'), derInteger(hash('sha256', 'Test Time Stamps', 'buffer').subarray(0, 8))),
      sha256Algorithm(),
      der(0xa0, ...attributes),
      algorithm(ECDSA_SHA256),
      der(DER.octets, signature),
    );
    const signed = der(
      DER.sequence,
      derInteger(Buffer.from([3])),
      der(DER.set, sha256Algorithm()),
      der(DER.sequence, derOid('1.2.840.113549.1.9.16.1.4'), der(0xa0, der(DER.octets, info))),
      der(0xa0, stamper.certificate),
      der(DER.set, signer),
    );
    const token = der(DER.sequence, derOid('1.2.840.113549.1.7.2'), der(0xa0, signed));
    return der(DER.sequence, der(DER.sequence, derInteger(Buffer.from([0]))), token);
  }

  const server: Server = createServer(async (request, response) => {
    const body = await buffer(request);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    root: new X509Certificate(root.certificate),
    breakAnswers: (breakage) => {
      broken = breakage;
    },
    answer,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
