import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';

export const caseSource = z.enum(['complaint', 'report', 'inspection', 'watch', 'hand-over', 'own']);
export const caseTrack = z.enum(['general', 'summary']);
export const decisionKind = z.enum(['penalty', 'no-penalty', 'transfer-judicial', 'transfer-elsewhere', 'cancelled']);
export const priceBasis = z.enum(['sold', 'marked', 'average-sold', 'market-middle', 'revenue']);
export const rightKind = z.enum(['trademark', 'patent', 'gi']);
const fen = z.number().int();

/** A case as lists, links and other modules show it. */
export const caseCard = z.object({
  id: uuid,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  standing: z.enum(['draft', 'open', 'waiting', 'done', 'refused', 'withdrawn']),
  track: caseTrack,
  trackLabel: z.string(),
  sourceKind: caseSource,
  sourceLabel: z.string(),
  organisationCode: z.string(),
  organisation: z.string(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  behaviourRow: z.number().int().nullable(),
  behaviour: z.string().nullable(),
  suspects: z.string(),
  officers: z.string(),
  electronic: z.boolean(),
  receivedOn: localDate,
  filedOn: localDate.nullable(),
  decidedOn: localDate.nullable(),
  dueOn: localDate.nullable(),
  dueLabel: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  hit: z.boolean(),
  /** A criminal threshold is reached and nobody has decided on the transfer yet. */
  transferOpen: z.boolean(),
  businessFen: fen.nullable(),
  fineFen: fen.nullable(),
  decisionKind: decisionKind.nullable(),
});
export type CaseCard = z.output<typeof caseCard>;

/** A reason with the article it rests on. */
export const caseReason = z.object({ text: z.string(), article: z.string().nullable() });
export type CaseReason = z.output<typeof caseReason>;

export const caseParty = z.object({
  id: uuid,
  side: z.enum(['suspect', 'holder', 'third']),
  natural: z.boolean(),
  name: z.string(),
  uscc: z.string().nullable(),
  address: z.string().nullable(),
  townCode: z.string().nullable(),
  phone: z.string().nullable(),
  representative: z.string().nullable(),
  partyId: uuid.nullable(),
  survivor: z
    .object({ partyId: uuid.nullable(), name: z.string(), on: localDate, reason: z.string().nullable() })
    .nullable(),
});
export type CaseParty = z.output<typeof caseParty>;

export const caseOfficer = z.object({
  id: uuid,
  officerId: uuid,
  userId: uuid.nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  certificateNo: z.string().nullable(),
  certificateUntil: localDate.nullable(),
  part: z.enum(['lead', 'assist']),
  since: localDate,
  until: localDate.nullable(),
  recusedReason: z.string().nullable(),
  /** Whether the certificate holds today, by the register of officers. */
  valid: z.boolean(),
  problem: z.string().nullable(),
});
export type CaseOfficer = z.output<typeof caseOfficer>;

export const caseRight = z.object({
  kind: rightKind,
  number: z.string(),
  name: z.string().nullable(),
  class: z.string().nullable(),
  holder: z.string().nullable(),
  validOnAct: z.boolean().nullable(),
});
export type CaseRight = z.output<typeof caseRight>;

export const caseGoods = z.object({
  name: z.string(),
  spec: z.string().nullable(),
  unit: z.string(),
  quantity: z.number(),
  sold: z.boolean(),
  priceFen: fen.nullable(),
  basis: priceBasis.nullable(),
  note: z.string().nullable(),
});
export type CaseGoods = z.output<typeof caseGoods>;

export const caseActs = z.object({
  from: localDate.nullable(),
  to: localDate.nullable(),
  place: z.string().nullable(),
  text: z.string().nullable(),
});

/** What a person found of the circumstances: they move fine, thresholds and duties. */
export const caseCircumstances = z.object({
  wellKnown: z.boolean(),
  serviceMark: z.boolean(),
  serious: z.boolean(),
  orderIgnored: z.boolean(),
  endangers: z.boolean(),
  priorPenalty: z.boolean(),
  firstOffence: z.boolean(),
  corrected: z.boolean(),
  noFault: z.boolean(),
  electronic: z.boolean(),
  foreign: z.boolean(),
  mediated: z.boolean(),
  gainFen: fen.nullable(),
  lossFen: fen.nullable(),
  labels: z.number().int(),
  unsoldLabels: z.number().int(),
  recoveredFen: fen,
  recoveredForeignFen: fen,
});
export type CaseCircumstances = z.output<typeof caseCircumstances>;

export const caseAmount = z.object({
  totalFen: fen,
  soldFen: fen,
  unsoldFen: fen,
  steps: z.array(caseReason),
});

export const caseFine = z.object({
  minFen: fen,
  maxFen: fen,
  steps: z.array(caseReason),
  verify: z.string().nullable(),
});

/** The text of the law the case is decided under, and the one it was compared with. */
export const caseLaw = z.object({
  law: z.string(),
  article: z.string().nullable(),
  actOn: localDate,
  decidedOn: localDate,
  lighter: z.boolean(),
  compared: z.array(
    z.object({
      law: z.string(),
      article: z.string().nullable(),
      from: localDate,
      to: localDate.nullable(),
      minFen: fen,
      maxFen: fen,
      chosen: z.boolean(),
    }),
  ),
  person: z.string().nullable(),
  steps: z.array(caseReason),
});

export const caseThreshold = z.object({
  crime: z.string(),
  name: z.string(),
  article: z.string(),
  hits: z.array(caseReason.extend({ aggravated: z.boolean() })),
  nearest: z.object({ measure: z.string(), percent: z.number().int() }).nullable(),
});

/** A duty or a bar of the law on the case, with the sentence a person acts on. */
export const caseCheck = z.object({
  check: z.string(),
  label: z.string(),
  /** `stop` bars the next step, `warn` needs a look, `done` is met, `none` does not apply. */
  standing: z.enum(['stop', 'warn', 'done', 'none']),
  text: z.string(),
  article: z.string().nullable(),
  verify: z.string().nullable(),
});
export type CaseCheck = z.output<typeof caseCheck>;

export const caseDecision = z.object({
  kind: decisionKind,
  kindLabel: z.string(),
  decidedOn: localDate,
  warning: z.boolean(),
  fineFen: fen,
  confiscatedFen: fen,
  confiscatedGoods: z.string().nullable(),
  other: z.string().nullable(),
  ground: z.string().nullable(),
  reasons: z.string(),
  rangeMinFen: fen.nullable(),
  rangeMaxFen: fen.nullable(),
  toOrganisation: z.string().nullable(),
  toOrganisationName: z.string().nullable(),
  decidedBy: z.string(),
  paperNo: z.string().nullable(),
  servedOn: localDate.nullable(),
  supersededReason: z.string().nullable(),
});
export type CaseDecision = z.output<typeof caseDecision>;

/** Something that was recorded in a case, by kind. */
export const caseEntry = z.object({
  seq: z.number().int(),
  kind: z.string(),
  kindLabel: z.string(),
  on: localDate,
  data: z.record(z.string(), z.unknown()),
  by: z.string(),
  at: timestamp,
  backDatedReason: z.string().nullable(),
});
export type CaseEntry = z.output<typeof caseEntry>;

export const caseClue = z.object({
  id: uuid,
  kind: caseSource,
  label: z.string(),
  href: z.string().nullable(),
  receivedOn: localDate,
  title: z.string(),
  text: z.string(),
});

/** Everything papers, pages and other modules know of a case. */
export const caseRecord = z.object({
  card: caseCard,
  revision: z.number().int(),
  text: z.string(),
  clues: z.array(caseClue),
  parties: z.array(caseParty),
  officers: z.array(caseOfficer),
  rights: z.array(caseRight),
  acts: caseActs,
  circumstances: caseCircumstances,
  goods: z.array(caseGoods),
  amount: caseAmount.nullable(),
  law: caseLaw.nullable(),
  fine: caseFine.nullable(),
  thresholds: z.array(caseThreshold),
  /** How the thresholds stood at each edit of an amount, newest first. */
  readings: z.array(
    z.object({
      seq: z.number().int(),
      at: timestamp,
      by: z.string(),
      cause: z.string(),
      businessFen: fen,
      gainFen: fen.nullable(),
      hit: z.boolean(),
    }),
  ),
  decision: caseDecision.nullable(),
  earlierDecisions: z.array(caseDecision),
  /** Last entry of each of these kinds, as recorded. */
  proposal: caseEntry.nullable(),
  report: caseEntry.nullable(),
  review: caseEntry.nullable(),
  legalReview: caseEntry.nullable(),
  notice: caseEntry.nullable(),
  statement: caseEntry.nullable(),
  hearing: caseEntry.nullable(),
  discussion: caseEntry.nullable(),
  transfer: caseEntry.nullable(),
  transferAnswer: caseEntry.nullable(),
  entries: z.array(caseEntry),
  checks: z.array(caseCheck),
  stops: z.array(caseCheck),
  backDatedReason: z.string().nullable(),
});
export type CaseRecord = z.output<typeof caseRecord>;

/** What the frame above every page of a case needs. */
export const caseFrame = z.object({
  card: caseCard,
  officers: z.array(z.object({ name: z.string(), part: z.enum(['lead', 'assist']), valid: z.boolean() })),
  stops: z.array(caseCheck),
});
export type CaseFrame = z.output<typeof caseFrame>;
