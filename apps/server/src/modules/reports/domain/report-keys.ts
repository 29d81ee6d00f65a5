import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';

type Use = 'form' | 'query code' | 'query code at rest' | 'receipt' | 'address' | 'contact' | 'paper';

function mac(secret: string, use: Use, text: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `jince reports ${use} v1`, 32));
  return createHmac('sha256', key).update(text).digest();
}

/** Letters nobody mistakes for one another (Crockford). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const spell = (bytes: Buffer, count: number): string =>
  [...bytes.subarray(0, count)].map((byte) => LETTERS[byte & 31]).join('');

/** What was typed, with the letters people mistake put right. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '');

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));

const CODE_LETTERS = 16;
const RECEIPT_LETTERS = 6;

/** A key for one form: the same form sent twice is one report, and only a form this server gave out is taken. */
export function issueFormKey(secret: string, now: Date): string {
  const text = `${now.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${text}.${mac(secret, 'form', text).toString('base64url')}`;
}

/** Whether the key was given out here and is not older than `maxHours`. */
export function isFormKey(secret: string, key: string, now: Date, maxHours: number): boolean {
  const [time = '', random = '', proof = ''] = key.split('.');
  const text = `${time}.${random}`;
  if (!same(proof, mac(secret, 'form', text).toString('base64url'))) return false;
  const ageMs = now.getTime() - Number.parseInt(time, 36);
  return ageMs >= 0 && ageMs <= maxHours * 3_600_000;
}

export const submissionKeyOf = (formKey: string): string => createHash('sha256').update(formKey).digest('hex');

/** Receipt number and query code (80 bits) of a form: made again alike when the same form comes again, kept nowhere. */
export function receiptFor(secret: string, formKey: string, on: string): { receipt: string; code: string } {
  const code = spell(mac(secret, 'query code', formKey), CODE_LETTERS);
  const serial = spell(mac(secret, 'receipt', formKey), RECEIPT_LETTERS);
  return { receipt: `R${on.replaceAll('-', '')}-${serial}`, code: code.replace(/(.{4})(?=.)/g, '$1-') };
}

/** What is kept of a query code. */
export const codeHashOf = (secret: string, receipt: string, code: string): string =>
  mac(secret, 'query code at rest', `${receipt} ${tidyCode(code)}`).toString('hex');

export const isCode = (secret: string, receipt: string, code: string, hash: string): boolean =>
  same(codeHashOf(secret, receipt, code), hash);

/** The network an address belongs to: one household has a whole /64 of IPv6. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Sender of a day by a keyed hash: the address itself is not kept with a report. */
export const addressKeyOf = (secret: string, address: string | null, on: string): string =>
  mac(secret, 'address', `${on} ${networkOf(address ?? 'unknown')}`).toString('hex');

/** Contact by a keyed hash, so that one sender behind several addresses is known. */
export function contactKeyOf(secret: string, contact: string | null): string | null {
  const plain = contact?.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '') ?? '';
  return plain === '' ? null : mac(secret, 'contact', plain).toString('hex');
}

/** A paper already judged and stored, as a form carries it on: signed, so that it cannot be changed or guessed. */
export function sealPaper<T extends object>(secret: string, formKey: string, paper: T): string {
  const body = Buffer.from(JSON.stringify(paper)).toString('base64url');
  return `${body}.${mac(secret, 'paper', `${formKey} ${body}`).toString('base64url')}`;
}

export function openPaper<T extends object>(secret: string, formKey: string, token: string): T | undefined {
  const [body = '', proof = ''] = token.split('.');
  if (!same(proof, mac(secret, 'paper', `${formKey} ${body}`).toString('base64url'))) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as T;
}
