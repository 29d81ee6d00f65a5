import { maskPersonalInformation } from '@jince/law';

/** A name of two to four characters without a firm's words is taken for a person's. */
const PERSON = /^[\p{Script=Han}·]{2,4}$/u;

/** An owner as readers outside the administration see it: persons who are no party of the register are masked. */
export const maskOwner = (owner: { name: string; partyId: string | null }, on: string): string =>
  owner.partyId === null && PERSON.test(owner.name) ? maskPersonalInformation('name', owner.name, on) : owner.name;
