import { randomInt } from 'node:crypto';
import { AppError } from '../../errors/errors.ts';

export interface PasswordPolicy {
  readonly minLength: number;
  /** How many of the four: upper case, lower case, digits, other characters. */
  readonly minClasses: number;
}

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

export function countClasses(password: string): number {
  return CLASSES.filter((pattern) => pattern.test(password)).length;
}

/** Words that fulfil every counting rule and are tried first by anyone who guesses. */
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'admin',
  '123456',
  'qwerty',
  'abc123',
  '1qaz2wsx',
  'jince',
];

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const cores = [lower.replace(/[^a-z0-9@]/g, ''), lower.replace(/[^a-z0-9]/g, '')];
  return cores.some((core) =>
    COMMON.some((word) => core.startsWith(word) && /^\d{0,4}$/.test(core.slice(word.length))),
  );
}

/**
 * Refuses a password the policy does not allow.
 * @throws {AppError} `identity.password.weak` or `identity.password.guessable`
 */
export function assertPasswordAllowed(password: string, username: string, policy: PasswordPolicy): void {
  if ([...password].length < policy.minLength || countClasses(password) < policy.minClasses) {
    throw new AppError('identity.password.weak', { minLength: policy.minLength, minClasses: policy.minClasses });
  }
  if (password.toLowerCase().includes(username.toLowerCase()) || isCommon(password)) {
    throw new AppError('identity.password.guessable');
  }
}

/** Without characters that are mistaken for each other when read from paper. */
const ALPHABETS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+=#%'];

/** A random first password of all four classes, at least 16 characters; to be changed at the first sign-in. */
export function makeFirstPassword(policy: PasswordPolicy): string {
  const length = Math.max(16, policy.minLength);
  const all = ALPHABETS.join('');
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const letters = [...ALPHABETS.map(pick), ...Array.from({ length: length - ALPHABETS.length }, () => pick(all))];
  for (let i = letters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [letters[i], letters[j]] = [letters[j] as string, letters[i] as string];
  }
  return letters.join('');
}
