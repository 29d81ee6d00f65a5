import { maskPersonalInformation } from '@jince/law';

export interface Applicant {
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: string;
}

// Numbers within codes (a policy of insurance, a certificate) are no person's.
const PHONE = /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g;
const RESIDENT_ID = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
/** A person applies under his own name: two to four characters, or with a middle dot. */
const PERSON = /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+$/u;

/** Whether the applicant is a person and not an organisation: no credit code and a person's name. */
export function isPerson({ name, uscc, kind }: Applicant): boolean {
  return uscc === null && ['individual-business', 'other'].includes(kind) && PERSON.test(name.trim());
}

/** Free text without numbers that belong to a person. */
export function maskText(text: string, on: string): string {
  return text
    .replace(RESIDENT_ID, (found) => maskPersonalInformation('resident-id-public', found, on))
    .replace(PHONE, (found) => maskPersonalInformation('phone', found, on));
}

/** Name and code as the public sees them; a person's are masked by the rule of the day (个人信息保护法). */
export function maskApplicant(applicant: Applicant, on: string): { readonly name: string; readonly uscc: string } {
  if (!isPerson(applicant)) return { name: applicant.name, uscc: applicant.uscc ?? '' };
  return { name: maskPersonalInformation('name', applicant.name.trim(), on), uscc: '' };
}

/** Contact of whoever objects: a phone number, else the first letter. */
export function maskContact(contact: string, on: string): string {
  const phone = maskText(contact, on);
  return phone === contact ? maskPersonalInformation('name', contact, on) : phone;
}
