import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';

const matter = {
  id: uuid,
  fileId: uuid,
  number: z.string(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  standing: z.string(),
  updatedAt: timestamp,
};

/** What a form asks for: drawn by the page as it comes. */
export const affairField = z.object({
  code: z.string(),
  label: z.string(),
  type: z.enum(['text', 'long', 'date', 'number', 'money', 'kinds', 'town', 'phone', 'uscc', 'code', 'yes-no']),
  unit: z.string().nullable(),
  required: z.boolean(),
  help: z.string().nullable(),
});
export type AffairField = z.output<typeof affairField>;

/** A value as typed: text, number, list of codes, yes or no; null when nothing was given. */
export const affairValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type AffairValue = z.output<typeof affairValue>;

export const requestKind = z.enum(['registration', 'change']);
export const requestOrigin = z.enum(['agency', 'officer', 'census']);

/** What a check by rule found, and whether it hinders the filing. */
export const affairFinding = z.object({
  code: z.string(),
  level: z.enum(['block', 'warn', 'note']),
  field: z.string().nullable(),
  text: z.string(),
  article: z.string().nullable(),
});
export type AffairFinding = z.output<typeof affairFinding>;

export const agencyRequestSummary = z.object({
  ...matter,
  kind: requestKind,
  origin: requestOrigin,
  agencyId: uuid.nullable(),
  partyId: uuid.nullable(),
  name: z.string(),
  /** Labels of what it is about, in order of the form. */
  about: z.array(z.string()),
  effectiveOn: localDate.nullable(),
  filedOn: localDate.nullable(),
  /** Days a change was filed after the term for filing it; null in time or not filed. */
  lateDays: z.number().int().nullable(),
});
export type AgencyRequestSummary = z.output<typeof agencyRequestSummary>;

export const agencyRequestDetail = agencyRequestSummary.extend({
  version: z.number().int(),
  reason: z.string(),
  fields: z.array(
    affairField.extend({
      value: affairValue,
      /** What the register says; null where it says nothing or for a new agency. */
      registered: affairValue,
      shown: z.string(),
      registeredShown: z.string(),
      changed: z.boolean(),
    }),
  ),
  findings: z.array(affairFinding),
  census: z.object({ campaignId: uuid, itemId: uuid, title: z.string() }).nullable(),
  resultAgencyId: uuid.nullable(),
  maySave: z.boolean(),
});
export type AgencyRequestDetail = z.output<typeof agencyRequestDetail>;

export const annualReportSummary = z.object({
  ...matter,
  agencyId: uuid,
  agency: z.string(),
  year: z.number().int(),
  dueOn: localDate,
  filedOn: localDate.nullable(),
  late: z.boolean(),
  contradictions: z.number().int(),
});
export type AnnualReportSummary = z.output<typeof annualReportSummary>;

/** What the register says of a field of the report, and where that comes from. */
export const registeredValue = z.object({ value: affairValue, shown: z.string(), source: z.string() });

export const annualReportDetail = annualReportSummary.extend({
  version: z.number().int(),
  groups: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      fields: z.array(
        affairField.extend({
          value: affairValue,
          registered: registeredValue.nullable(),
          /** The sentence that says how report and register differ; it has to be explained. */
          contradiction: z.string().nullable(),
          explanation: z.string().nullable(),
        }),
      ),
    }),
  ),
  term: z.object({ opensOn: localDate, dueOn: localDate, article: z.string() }),
  hindrances: z.array(affairFinding),
  maySave: z.boolean(),
});
export type AnnualReportDetail = z.output<typeof annualReportDetail>;

/** An agency in view of a year's report: filed or not. */
export const annualReportDuty = z.object({
  agencyId: uuid,
  agency: z.string(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  reportId: uuid.nullable(),
  state: z.string(),
  stateLabel: z.string(),
  standing: z.string(),
  filedOn: localDate.nullable(),
  late: z.boolean(),
  contradictions: z.number().int(),
});

export const inquirySummary = z.object({
  ...matter,
  agencyId: uuid,
  agency: z.string(),
  title: z.string(),
  sentOn: localDate,
  dueOn: localDate.nullable(),
  answeredOn: localDate.nullable(),
  /** Days the last answer came after the due day; null in time or none yet. */
  lateDays: z.number().int().nullable(),
  overdue: z.boolean(),
});
export type InquirySummary = z.output<typeof inquirySummary>;

export const inquiryDetail = inquirySummary.extend({
  question: z.string(),
  basis: z.string().nullable(),
  answers: z.array(
    z.object({
      round: z.number().int(),
      text: z.string(),
      on: localDate,
      by: z.string(),
      lateDays: z.number().int().nullable(),
    }),
  ),
  conclusion: z.string().nullable(),
});
export type InquiryDetail = z.output<typeof inquiryDetail>;

export const disclosedService = z.object({
  name: z.string().trim().min(2).max(60),
  /** How the price is made: per case, per year, by hour. */
  basis: z.string().trim().min(1).max(40),
  fromFen: z.number().int().min(0).max(1e12),
  toFen: z.number().int().min(0).max(1e12),
  note: z.string().trim().max(200).default(''),
});
export type DisclosedService = z.output<typeof disclosedService>;

export const disclosure = z.object({
  id: uuid,
  agencyId: uuid,
  version: z.number().int(),
  effectiveOn: localDate,
  publishedAt: timestamp,
  publishedBy: z.string(),
  current: z.boolean(),
  services: z.array(disclosedService),
  statement: z.string(),
  /** What it changed of the version before, in sentences. */
  changes: z.array(z.string()),
});
export type Disclosure = z.output<typeof disclosure>;

export const censusCampaign = z.object({
  id: uuid,
  title: z.string(),
  fromOn: localDate,
  toOn: localDate,
  state: z.enum(['running', 'closed']),
  createdBy: z.string(),
  closeNote: z.string().nullable(),
  total: z.number().int(),
  checked: z.number().int(),
  differing: z.number().int(),
  missing: z.number().int(),
});
export type CensusCampaign = z.output<typeof censusCampaign>;

export const censusResult = z.enum(['found', 'moved', 'not-found', 'closed']);

export const censusItem = z.object({
  id: uuid,
  campaignId: uuid,
  agencyId: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  kinds: z.array(z.string()),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  result: censusResult.nullable(),
  checkedOn: localDate.nullable(),
  checkedBy: z.string().nullable(),
  differences: z.number().int(),
  requestId: uuid.nullable(),
});
export type CensusItem = z.output<typeof censusItem>;

export const censusAnswer = z.object({
  code: z.string().max(40),
  /** As registered or as it should be; null: not looked at. */
  ok: z.boolean().nullable(),
  /** What was found instead. */
  value: z.string().trim().max(200).nullable().default(null),
});
export type CensusAnswer = z.output<typeof censusAnswer>;

export const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(1e6).nullable().default(null),
});

export const censusCheck = z.object({
  id: uuid,
  checkedOn: localDate,
  by: z.string(),
  at: timestamp,
  result: censusResult,
  person: z.string().nullable(),
  note: z.string().nullable(),
  position: position.nullable(),
  answers: z.array(censusAnswer),
  /** The differences in sentences. */
  differences: z.array(z.string()),
  photos: z.array(z.object({ sha256: z.string(), fileName: z.string(), size: z.number() })),
});
export type CensusCheck = z.output<typeof censusCheck>;

export const censusPoint = z.object({
  code: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  /** Compared with this field of the register; null: yes or no alone. */
  field: z.string().nullable(),
  registered: z.string().nullable(),
});

export const censusItemDetail = censusItem.extend({
  campaign: z.object({ id: uuid, title: z.string(), state: z.enum(['running', 'closed']) }),
  points: z.array(censusPoint),
  checks: z.array(censusCheck),
  mayCheck: z.boolean(),
});
export type CensusItemDetail = z.output<typeof censusItemDetail>;

/** Where an agency's own account starts. */
export const agencyDesk = z.object({
  partyId: uuid,
  party: z.string(),
  uscc: z.string().nullable(),
  /** Null while the party is not registered as an agency. */
  agency: z
    .object({
      id: uuid,
      name: z.string(),
      uscc: z.string().nullable(),
      agencyCode: z.string().nullable(),
      kinds: z.array(z.string()),
      status: z.string(),
      town: z.string().nullable(),
      licensedOn: localDate.nullable(),
      filingFrom: localDate.nullable(),
      filingUntil: localDate.nullable(),
      people: z.number().int(),
    })
    .nullable(),
  fields: z.array(affairField.extend({ shown: z.string() })),
  /** What is to be done, most pressing first. */
  tasks: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      text: z.string(),
      dueOn: localDate.nullable(),
      level: z.enum(['late', 'soon', 'info']),
      href: z.string(),
    }),
  ),
  requests: z.array(agencyRequestSummary),
  reports: z.array(annualReportSummary),
  reportYear: z.object({
    year: z.number().int(),
    opensOn: localDate,
    dueOn: localDate,
    duty: z.boolean(),
    reportId: uuid.nullable(),
  }),
  inquiries: z.array(inquirySummary),
  disclosedOn: localDate.nullable(),
});
export type AgencyDesk = z.output<typeof agencyDesk>;
