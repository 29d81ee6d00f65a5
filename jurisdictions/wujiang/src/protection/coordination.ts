import data from '../../data/protection/coordination.json' with { type: 'json' };
import { bodies } from '../organisation.ts';
import { readFields, readOneOf, readText } from '../shape.ts';

export type CoordinationSettings = {
  note: string;
  /** Codes of the bodies that have a part of their own in the law of hand-overs. */
  bureau: string;
  police: string;
  procuratorate: string;
  court: string;
  /** Section that handles rights aid and help between districts. */
  aidDesk: string;
  /** Letters before the year of the number of a letter. */
  numbers: { criminal: string; letter: string; aid: string; crossRegion: string; verify: string };
  contact: { name: string; phone: string };
};

/** Throws PackDataError with the place of the first fault. */
function readCoordination(value: unknown): CoordinationSettings {
  const root = readFields(value, 'coordination');
  const numbers = readFields(root.numbers, 'coordination.numbers');
  const contact = readFields(root.contact, 'coordination.contact');
  const codes = bodies.map((one) => one.code);
  const body = (name: string) => readOneOf(root[name], `coordination.${name}`, codes);
  const number = (name: string) => readText(numbers[name], `coordination.numbers.${name}`);
  return {
    note: readText(root.note, 'coordination.note'),
    bureau: body('bureau'),
    police: body('police'),
    procuratorate: body('procuratorate'),
    court: body('court'),
    aidDesk: body('aidDesk'),
    numbers: {
      criminal: number('criminal'),
      letter: number('letter'),
      aid: number('aid'),
      crossRegion: number('crossRegion'),
      verify: number('verify'),
    },
    contact: {
      name: readText(contact.name, 'coordination.contact.name'),
      phone: readText(contact.phone, 'coordination.contact.phone'),
    },
  };
}

/** Bodies and numbers of hand-overs, rights aid and help between districts. */
export const coordinationSettings: CoordinationSettings = readCoordination(data);
