/** One value of DER (X.690), with the bytes it stands in. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag, length and content. */
  readonly whole: Buffer;
}

export class DerError extends Error {
  override name = 'DerError';
}

/** Tags of what time-stamps are made of. */
export const DER = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  none: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The value that begins at `at`. @throws DerError for what is cut off or not of definite length */
export function readDer(bytes: Buffer, at = 0): DerValue {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerError('cut off');
  const more = first & 0x7f;
  if (first === 0x80 || (first > 0x80 && more > 4)) throw new DerError('length');
  const start = at + 2 + (first < 0x80 ? 0 : more);
  const length = first < 0x80 ? first : bytes.readUIntBE(at + 2, more);
  if (start + length > bytes.length) throw new DerError('cut off');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** The values within a constructed one. @throws DerError */
export function readAll(content: Buffer): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < content.length; ) {
    const value = readDer(content, at);
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

export function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

/** A whole number not below nought, from its bytes. */
export function derInteger(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
  return der(DER.integer, (digits[0] as number) >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

export function derOid(text: string): Buffer {
  const [a, b, ...rest] = text.split('.').map(Number);
  const bytes = [(a as number) * 40 + (b as number)];
  for (const arc of rest) {
    const sevens = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift((left & 0x7f) | 0x80);
    bytes.push(...sevens);
  }
  return der(DER.oid, Buffer.from(bytes));
}

export function readOid({ tag, content }: DerValue): string {
  if (tag !== DER.oid) throw new DerError('no OID');
  const first = content[0] as number;
  const arcs = [Math.min(2, Math.floor(first / 40)), first >= 80 ? first - 80 : first % 40];
  let arc = 0;
  for (const byte of content.subarray(1)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join('.');
}

/** `20261123011500.25Z` as ISO text. @throws DerError */
export function readTime({ tag, content }: DerValue): string {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d+)?Z$/.exec(content.toString('latin1'));
  if (tag !== DER.time || match === null) throw new DerError('no time');
  const [, year, month, day, hour, minute, second, part] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${(part ?? '').slice(0, 4)}Z`);
  if (Number.isNaN(at)) throw new DerError('no time');
  return new Date(at).toISOString();
}
