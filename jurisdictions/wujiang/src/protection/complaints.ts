import data from '../../data/protection/complaints.json' with { type: 'json' };
import { bodies } from '../organisation.ts';
import { readFields, readList, readNumber, readOneOf, readText, readTexts, requireUnique } from '../shape.ts';

type Bilingual = { zh: string; en: string };

export type NonAcceptanceGround = { ground: string; label: Bilingual; article: string };

export type ComplaintSettings = {
  note: string;
  /** Body that handles what no branch is competent for. */
  defaultOrganisation: string;
  /** Days within which a second letter on the same matter is joined with the first. */
  joinWindowDays: number;
  /** Working days before the last day of a clock on which the head of the body is told. */
  escalateWorkingDaysBefore: number;
  /** Kinds of reports of the public that are handled as complaints and reports of enforcement. */
  publicKinds: string[];
  /** Authorities a letter can be sent on to. */
  receivers: string[];
  /** Letters before the year of the number of a paper. */
  documentNumber: { prefix: string; verify: string };
  /** Why a complaint may be not accepted. */
  grounds: NonAcceptanceGround[];
};

/** Throws PackDataError with the place of the first fault. */
function readComplaintSettings(value: unknown): ComplaintSettings {
  const root = readFields(value, 'complaints');
  const number = readFields(root.documentNumber, 'complaints.documentNumber');
  const grounds = readList(root.grounds, 'complaints.grounds', (one, at): NonAcceptanceGround => {
    const fields = readFields(one, at);
    const label = readFields(fields.label, `${at}.label`);
    return {
      ground: readText(fields.ground, `${at}.ground`, /^[a-z][a-z-]*$/),
      label: { zh: readText(label.zh, `${at}.label.zh`), en: readText(label.en, `${at}.label.en`) },
      article: readText(fields.article, `${at}.article`),
    };
  });
  requireUnique(grounds, 'complaints.grounds', (one) => one.ground);
  return {
    note: readText(root.note, 'complaints.note'),
    defaultOrganisation: readOneOf(
      root.defaultOrganisation,
      'complaints.defaultOrganisation',
      bodies.map((body) => body.code),
    ),
    joinWindowDays: readNumber(root.joinWindowDays, 'complaints.joinWindowDays'),
    escalateWorkingDaysBefore: readNumber(root.escalateWorkingDaysBefore, 'complaints.escalateWorkingDaysBefore'),
    publicKinds: readTexts(root.publicKinds, 'complaints.publicKinds'),
    receivers: readTexts(root.receivers, 'complaints.receivers'),
    documentNumber: {
      prefix: readText(number.prefix, 'complaints.documentNumber.prefix'),
      verify: readText(number.verify, 'complaints.documentNumber.verify'),
    },
    grounds,
  };
}

/** Local parameters of complaints and of the officer's desk. */
export const complaintSettings: ComplaintSettings = readComplaintSettings(data);
