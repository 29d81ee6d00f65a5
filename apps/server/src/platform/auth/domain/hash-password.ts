import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. Older hashes are renewed at sign-in. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const toBase64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  // The same character can be typed in several forms; NFKC makes them one.
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return new Promise((done, fail) => {
    argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, tag) => (error ? fail(error) : done(tag)));
  });
}

/** Argon2id in PHC string form: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(password, nonce, cost, TAG_BYTES);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${toBase64(nonce)}$${toBase64(tag)}`;
}

interface ParsedHash {
  readonly cost: Cost;
  readonly nonce: Buffer;
  readonly tag: Buffer;
}

function parse(phc: string): ParsedHash | undefined {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (match === null) return undefined;
  const [, memory, passes, parallelism, nonce = '', tag = ''] = match;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, nonce: Buffer.from(nonce, 'base64'), tag: Buffer.from(tag, 'base64') };
}

/** False for a wrong password and for a stored text that is no hash. */
export async function verifyPassword(phc: string, password: string): Promise<boolean> {
  const parsed = parse(phc);
  if (parsed === undefined) return false;
  const tag = await derive(password, parsed.nonce, parsed.cost, parsed.tag.length);
  return timingSafeEqual(tag, parsed.tag);
}

/** Whether a hash was made with other costs than today's. */
export function needsRehash(phc: string): boolean {
  const cost = parse(phc)?.cost;
  return cost?.memory !== COST.memory || cost.passes !== COST.passes || cost.parallelism !== COST.parallelism;
}

let decoy: Promise<string> | undefined;

/** Spends the time of one check when there is no account, so that an answer does not tell whether a name exists. */
export async function spendOneCheck(password: string): Promise<false> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  await verifyPassword(await decoy, password);
  return false;
}
