import data from '../../data/demo/subsidies.json' with { type: 'json' };
import { readFields, readList, readOneOf, readText } from '../shape.ts';

const TEXTS = [
  'accepted',
  'supplement',
  'notAccepted',
  'refused',
  'withdrawn',
  'objection',
  'answered',
  'spotCheck',
  'clawBack',
  'declined',
] as const;
const REASONS = [
  'false-material',
  'claimed-twice',
  'abnormal-filing',
  'not-accepted-project',
  'moved-out-early',
  'other',
] as const;

export type DemoClaims = {
  remark: string;
  contact: { name: string; phone: string };
  /** Numbers of documents with {year} and {n}. */
  documents: { decision: string; release: string; clawBack: string };
  texts: Record<(typeof TEXTS)[number], string>;
  clawBackReason: (typeof REASONS)[number];
  /** How the treasury of the demo answers. */
  treasury: { headers: string[]; paid: string; fileName: string; voucher: string };
};

/** Throws PackDataError with the place of the first fault. */
export function readDemoClaims(value: unknown): DemoClaims {
  const at = 'demo.subsidies';
  const root = readFields(value, at);
  const contact = readFields(root.contact, `${at}.contact`);
  const documents = readFields(root.documents, `${at}.documents`);
  const treasury = readFields(root.treasury, `${at}.treasury`);
  const texts = readFields(root.texts, `${at}.texts`);
  return {
    remark: readText(root.remark, `${at}.remark`),
    contact: {
      name: readText(contact.name, `${at}.contact.name`),
      phone: readText(contact.phone, `${at}.contact.phone`),
    },
    documents: {
      decision: readText(documents.decision, `${at}.documents.decision`),
      release: readText(documents.release, `${at}.documents.release`),
      clawBack: readText(documents.clawBack, `${at}.documents.clawBack`),
    },
    texts: Object.fromEntries(
      TEXTS.map((name) => [name, readText(texts[name], `${at}.texts.${name}`)]),
    ) as DemoClaims['texts'],
    clawBackReason: readOneOf(root.clawBackReason, `${at}.clawBackReason`, REASONS),
    treasury: {
      headers: readList(treasury.headers, `${at}.treasury.headers`, readText),
      paid: readText(treasury.paid, `${at}.treasury.paid`),
      fileName: readText(treasury.fileName, `${at}.treasury.fileName`),
      voucher: readText(treasury.voucher, `${at}.treasury.voucher`),
    },
  };
}

/** What the demo says in its invented claims. */
export const demoClaims: DemoClaims = readDemoClaims(data);
