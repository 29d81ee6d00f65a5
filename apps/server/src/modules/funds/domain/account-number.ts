import { AppError } from '../../../platform/errors/errors.ts';

/** Banks number accounts with 8 to 32 digits (JR/T and the practice of banks differ; nothing tells more). */
const DIGITS = /^\d{8,32}$/;

/** Digits of an account number as people write it, with blanks or dashes between. @throws AppError funds.account.number */
export function readAccountNumber(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (!DIGITS.test(digits)) throw new AppError('funds.account.number', {}, []);
  return digits;
}

/** Whether an account is in the party's own name: width, brackets and blanks do not count, words do. */
export function isSameName(accountName: string, partyName: string): boolean {
  const even = (name: string) =>
    name
      .normalize('NFKC')
      .replace(/[\s·•．.]/g, '')
      .replace(/[（(]/g, '(')
      .replace(/[）)]/g, ')')
      .toUpperCase();
  return even(accountName) === even(partyName);
}
