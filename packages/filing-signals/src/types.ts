/** What a patent filing protects. */
export type FilingKind = 'invention' | 'utility' | 'design';

/** Where the procedure of a filing stands. */
export type FilingOutcome = 'pending' | 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'unknown';

/** A dated event of a filing. `from` and `to` are holders of a transfer or inventors of a change, when known. */
export interface FilingEvent {
  kind: 'transfer' | 'inventor-change' | 'withdrawal';
  /** ISO date. */
  on: string;
  from?: string[];
  to?: string[];
}

/** One patent filing of the district. Dates are ISO dates, `holders` are party ids (or names where not linked). */
export interface Filing {
  id: string;
  title: string;
  abstract: string | null;
  kind: FilingKind;
  filedOn: string | null;
  holders: string[];
  /** Names as filed; never joined across holders on the name alone. */
  inventors: string[];
  address: string | null;
  agencyId: string | null;
  /** Symbols, main one first, `G06F 16/33` or `G06F16/33`. */
  ipc: string[];
  claimCount: number | null;
  outcome: FilingOutcome;
  events: FilingEvent[];
  /** Already found abnormal: by the national list or by a confirmed signal. */
  abnormal: boolean;
}

/** What is known of a holder; null = not known, which never counts against it. Money in fen, dates ISO. */
export interface HolderFacts {
  id: string;
  name?: string;
  employees: number | null;
  capitalFen: number | null;
  establishedOn: string | null;
  industry: string | null;
  address: string | null;
  legalRep?: string | null;
}

/** A person at an agency; `personId` stands for one certificate number, never for a name. Periods: last day included, null = open. */
export interface AgencyPerson {
  personId: string;
  name: string;
  from: string | null;
  to: string | null;
  /** The unit that pays the person's social security, when the list is given. */
  socialSecurityUnit?: { name: string; agencyId: string | null; asOf: string } | null;
}

/** What is known of an agency. */
export interface AgencyFacts {
  id: string;
  name: string;
  /** Whether patent filings need a licence of this body: false for law firms that only represent trademarks, null = unknown. */
  patentLicensed: boolean | null;
  /** Period of the patent licence; null = open or unknown. */
  licensedFrom: string | null;
  licensedUntil: string | null;
  /** Period of the trademark agency's record (备案), last day included; null = none known. */
  recordFrom: string | null;
  recordUntil: string | null;
  /** Whether the trademark record is known at all: without it nothing is said of the period. */
  recordKnown: boolean;
  people: AgencyPerson[];
}

/** A trademark filing through an agency, for the period of the agency's record. */
export interface TrademarkFiling {
  id: string;
  agencyId: string;
  filedOn: string;
}

/** Everything the signals are computed from. */
export interface SignalInput {
  filings: readonly Filing[];
  holders: readonly HolderFacts[];
  agencies: readonly AgencyFacts[];
  trademarks?: readonly TrademarkFiling[];
}

/** The signals, by the sort of thing that is odd. */
export const SIGNAL_KINDS = [
  'near-identical',
  'recombined',
  'copied-text',
  'generated-text',
  'useless-limitation',
  'burst',
  'unrelated-fields',
  'split-filing',
  'transfer-pattern',
  'inventor-change-pattern',
  'agency-withdrawal-rate',
  'agency-refusal-rate',
  'person-at-two-agencies',
  'social-security-elsewhere',
  'unlicensed-filing',
  'filing-after-period',
] as const;

export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** 1–7: the kinds of order 77 of 2023, article 3; `agency`: conduct of a service agency. */
export type SignalCategory = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'agency';

/** What would be usual. `expected`, `low` and `high` have the unit of the signal's `figure`; `peers` is how many were compared. */
export interface SignalBaseline {
  expected: number;
  /** Credible interval of the subject's own figure after shrinkage to its peers. */
  low: number;
  high: number;
  peers: number;
  note: { zh: string; en: string };
}

/** A stretch two texts have in common. Positions count UTF-16 units of the stated part, `end` excluded. */
export interface Passage {
  part: 'title' | 'abstract';
  text: string;
  a: { start: number; end: number };
  /** In the same part of the other filing. */
  b: { start: number; end: number };
}

export interface TextPairEvidence {
  sort: 'text-pairs';
  pairs: { a: string; b: string; score: number; passages: Passage[] }[];
}

export interface RecombinedEvidence {
  sort: 'recombined';
  filing: string;
  /** Share of the filing's distinctive text found in each source, and in all together. */
  sources: { id: string; share: number; passages: Passage[] }[];
  covered: number;
}

export interface CountEvidence {
  sort: 'counts';
  /** Named figures with their unit: filings, days, employees, persons, fields … */
  figures: { name: string; value: number; unit: string }[];
  from: string | null;
  to: string | null;
}

export interface RateEvidence {
  sort: 'rate';
  hits: number;
  decided: number;
  /** The raw rate and the rate after shrinkage. */
  raw: number;
  shrunk: number;
  strata: { name: string; hits: number; decided: number; peerRate: number }[];
}

export interface LinksEvidence {
  sort: 'links';
  links: { a: string; b: string; by: string; value: string }[];
}

export interface PeriodEvidence {
  sort: 'periods';
  rows: { id: string; on: string | null; what: string }[];
}

export type SignalEvidence =
  | TextPairEvidence
  | RecombinedEvidence
  | CountEvidence
  | RateEvidence
  | LinksEvidence
  | PeriodEvidence;

/** One thing that is odd. It accuses nobody: a person decides. */
export interface Signal {
  kind: SignalKind;
  category: SignalCategory;
  subject: { type: 'party' | 'agency' | 'person' | 'group'; id: string };
  /** The same oddity has the same key in every run. */
  key: string;
  /** 0..1, comparable between kinds. */
  strength: number;
  /** What was measured; its unit is that of the kind (a score, a count, a rate). */
  figure: number;
  baseline: SignalBaseline;
  /** Filings concerned, most telling first. */
  filings: string[];
  evidence: SignalEvidence;
  /** One sentence each, ready to be read. */
  why: { zh: string; en: string };
  /** The values in the sentences. */
  params: Record<string, string | number>;
}
