import { computeOrganisationCheck, computePatentApplicationCheck, computeUsccCheck } from '@jince/identifiers';

export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** @param kind two characters @param authority six digits @param organisation eight characters */
export function buildUscc(kind: string, authority: string, organisation: string): string {
  const first17 = `${kind}${authority}${organisation}${computeOrganisationCheck(organisation)}`;
  return first17 + computeUsccCheck(first17);
}

/** Changes the check character to another one: a wrong code, on purpose. */
export function spoilUscc(uscc: string): string {
  const check = USCC_ALPHABET.indexOf(uscc[17] ?? '0');
  return uscc.slice(0, 17) + (USCC_ALPHABET[(check + 7) % 31] ?? '0');
}

/** Twelve digits, a dot and the check character. @param type 1 invention, 2 utility model, 3 design */
export function buildApplicationNumber(year: number, type: number, serial: number): string {
  const digits = `${year}${type}${String(serial).padStart(7, '0')}`;
  return `${digits}.${computePatentApplicationCheck(digits)}`;
}

export function spoilApplicationNumber(number: string): string {
  const check = number.at(-1) ?? '0';
  return number.slice(0, -1) + (check === 'X' ? '3' : String((Number(check) + 3) % 10));
}
