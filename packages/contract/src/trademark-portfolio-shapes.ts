import { z } from 'zod';
import { localDate, uuid } from './common.ts';

/** What a mark is near to: the buckets of the list, each a figure that opens it. */
export const markBucket = z.enum(['quarter', 'window', 'grace', 'lapsed', 'exposed', 'exposing', 'preliminary']);
export type MarkBucket = z.output<typeof markBucket>;

export const useKind = z.enum(['packaging', 'contract', 'advertisement', 'exhibition', 'online', 'other']);
export type UseKind = z.output<typeof useKind>;

/** A day worked out by a rule of the law, with the reasons. */
export const clockDay = z.object({
  rule: z.string(),
  label: z.string(),
  from: localDate,
  dueOn: localDate,
  article: z.string(),
  verify: z.string().nullable(),
  related: z.array(z.object({ id: z.string(), label: z.string(), on: localDate })),
  steps: z.array(z.object({ on: localDate, text: z.string(), article: z.string().nullable() })),
});
export type ClockDay = z.output<typeof clockDay>;

const holder = z.object({ name: z.string(), partyId: uuid.nullable() });

export const dueMark = z.object({
  id: uuid,
  registrationNo: z.string(),
  niceClass: z.number().int(),
  name: z.string(),
  status: z.string(),
  holders: z.array(holder),
  town: z.string().nullable(),
  expiresOn: localDate.nullable(),
  /** The day the bucket is about. */
  dueOn: localDate.nullable(),
  lastUsedOn: localDate.nullable(),
});
export type DueMark = z.output<typeof dueMark>;

export const bucketCount = z.object({ bucket: markBucket, count: z.number().int() });

export const storedFile = z.object({
  id: uuid,
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.number(),
  addedBy: z.string(),
  addedAt: z.string(),
});
export type StoredPortfolioFile = z.output<typeof storedFile>;

export const useEvidence = z.object({
  id: uuid,
  kind: useKind,
  from: localDate,
  until: localDate,
  place: z.string().nullable(),
  goods: z.array(z.string()),
  note: z.string().nullable(),
  marks: z.array(z.object({ registrationNo: z.string(), niceClass: z.number().int() })),
  files: z.array(storedFile),
  enteredBy: z.string(),
  enteredAt: z.string(),
  /** Not without a file: only then it counts against revocation. */
  counts: z.boolean(),
  withdrawn: z.object({ on: localDate, by: z.string(), reason: z.string() }).nullable(),
});
export type UseEvidence = z.output<typeof useEvidence>;

export const coverage = z.object({
  years: z.number().int(),
  from: localDate,
  to: localDate,
  months: z.array(z.object({ month: z.string(), pieces: z.number().int() })),
  gaps: z.array(z.object({ from: z.string(), to: z.string(), months: z.number().int() })),
  lastUsedOn: localDate.nullable(),
  exposedFrom: localDate,
  exposed: z.boolean(),
  sentence: z.string(),
  article: z.string(),
  reasons: z.array(z.string()),
});
export type UseCoverage = z.output<typeof coverage>;

export const madridTie = z.object({
  id: uuid,
  irNo: z.string(),
  name: z.string(),
  holder: z.string().nullable(),
  partyId: uuid.nullable(),
  registeredOn: localDate.nullable(),
  expiresOn: localDate.nullable(),
  members: z.array(z.object({ member: z.string(), on: localDate.nullable(), later: z.boolean() })),
  baseNo: z.string().nullable(),
  base: z.array(
    z.object({
      id: uuid,
      niceClass: z.number().int(),
      name: z.string(),
      status: z.string(),
      risk: z.string().nullable(),
    }),
  ),
  dependency: clockDay.nullable(),
  dependent: z.boolean(),
  /** What follows if the base falls, said for this registration. */
  consequence: z.string(),
  standing: z.enum(['safe', 'dependent', 'at-risk', 'unknown']),
});
export type MadridTie = z.output<typeof madridTie>;

export const markLife = z.object({
  mark: z.object({
    id: uuid,
    registrationNo: z.string(),
    niceClass: z.number().int(),
    name: z.string(),
    goods: z.array(z.string()),
    status: z.string(),
    holders: z.array(holder),
    registeredOn: localDate.nullable(),
    expiresOn: localDate.nullable(),
    preliminaryOn: localDate.nullable(),
  }),
  buckets: z.array(markBucket),
  renewal: clockDay.nullable(),
  opposition: z
    .object({
      dueOn: localDate,
      article: z.string(),
      reasons: z.array(z.string()),
      straddles: z.boolean(),
      byNewLaw: localDate.nullable(),
    })
    .nullable(),
  coverage: coverage.nullable(),
  /** From files of the register, without a paper here. */
  registerEvidence: z.array(z.object({ kind: z.string(), on: localDate, note: z.string().nullable() })),
  /** Null: not for this reader. */
  evidence: z.array(useEvidence).nullable(),
  mayKeep: z.boolean(),
  madrid: z.array(
    z.object({ id: uuid, irNo: z.string(), dependent: z.boolean(), dependencyEndsOn: localDate.nullable() }),
  ),
});
export type MarkLife = z.output<typeof markLife>;

export const threat = z.object({
  id: uuid,
  source: z.enum(['register', 'by-hand', 'watch']),
  publishedNo: z.string(),
  publishedClass: z.number().int(),
  publishedName: z.string(),
  applicant: z.string().nullable(),
  publishedOn: localDate,
  dueOn: localDate,
  open: z.boolean(),
  straddles: z.boolean(),
  byNewLaw: localDate.nullable(),
  article: z.string(),
  windowReasons: z.array(z.string()),
  own: z.object({
    id: uuid,
    registrationNo: z.string(),
    niceClass: z.number().int(),
    name: z.string(),
    holder: z.string().nullable(),
    partyId: uuid.nullable(),
  }),
  score: z.number(),
  level: z.string(),
  reasons: z.string(),
  goodsKind: z.string(),
  goods: z.string(),
  decision: z.enum(['oppose', 'not']).nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: localDate.nullable(),
});
export type Threat = z.output<typeof threat>;

export const checklistItem = z.object({
  code: z.string(),
  label: z.string(),
  text: z.string(),
  have: z.boolean(),
  /** What the registers and the locker say of it. */
  computed: z.string().nullable(),
  entries: z.array(
    z.object({
      id: uuid,
      text: z.string(),
      from: localDate.nullable(),
      until: localDate.nullable(),
      region: z.string().nullable(),
      amountFen: z.number().nullable(),
      enteredBy: z.string(),
      files: z.array(storedFile),
    }),
  ),
});
export type ChecklistItem = z.output<typeof checklistItem>;

export const wellKnownRow = z.object({
  id: uuid,
  mark: z.string(),
  registrationNo: z.string(),
  niceClass: z.number().int(),
  partyId: uuid,
  party: z.string(),
  occasion: z.string(),
  route: z.string(),
  openedOn: localDate,
  openedBy: z.string(),
  closedOn: localDate.nullable(),
  have: z.number().int(),
  items: z.number().int(),
});
export type WellKnownRow = z.output<typeof wellKnownRow>;

export const wellKnownFile = wellKnownRow.extend({
  trademarkId: uuid,
  routeLabel: z.string(),
  closedReason: z.string().nullable(),
  caution: z.string(),
  checklist: z.array(checklistItem),
  mayKeep: z.boolean(),
});
export type WellKnownFile = z.output<typeof wellKnownFile>;

export const brandRisk = z.object({
  kind: z.enum(['grace', 'renewal', 'exposed', 'exposing', 'threat', 'madrid']),
  on: localDate.nullable(),
  label: z.string(),
  no: z.string(),
  niceClass: z.number().int().nullable(),
  href: z.string(),
});
export type BrandRisk = z.output<typeof brandRisk>;

/** Marks of an enterprise as a family, with what else makes its brand. */
export const brandPage = z.object({
  asOf: localDate,
  party: z.object({
    id: uuid,
    name: z.string(),
    uscc: z.string().nullable(),
    town: z.string().nullable(),
    establishedOn: localDate.nullable(),
  }),
  figures: z.object({
    marks: z.number().int(),
    names: z.number().int(),
    classes: z.number().int(),
    pending: z.number().int(),
    used: z.number().int(),
    evidence: z.number().int(),
  }),
  core: z.string().nullable(),
  members: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      registrationNo: z.string(),
      niceClass: z.number().int(),
      status: z.string(),
      registeredOn: localDate.nullable(),
      expiresOn: localDate.nullable(),
      ageYears: z.number().int().nullable(),
      lastUsedOn: localDate.nullable(),
      goods: z.array(z.string()),
      role: z.enum(['core', 'defensive', 'associated', 'own']),
      reason: z.string(),
    }),
  ),
  madrid: z.array(madridTie),
  indications: z.array(z.object({ id: uuid, name: z.string(), holds: z.boolean() })),
  honours: z.array(
    z.object({
      kind: z.string(),
      level: z.string().nullable(),
      from: localDate.nullable(),
      until: localDate.nullable(),
    }),
  ),
  awards: z.array(
    z.object({
      patentId: uuid,
      title: z.string(),
      award: z.string(),
      grade: z.string().nullable(),
      session: z.number().int().nullable(),
      year: z.number().int(),
    }),
  ),
  standings: z.array(z.object({ code: z.string(), label: z.string(), held: z.boolean() })),
  risks: z.array(brandRisk),
});
export type BrandPage = z.output<typeof brandPage>;
