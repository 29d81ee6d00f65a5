import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';

export const creditSubjectType = z.enum(['agency', 'person']);
export const creditEventOrigin = z.enum(['register', 'signal', 'association', 'officer']);
export const creditEventStanding = z.enum([
  'counts',
  'capped',
  'same-document',
  'not-yet',
  'expired',
  'revoked',
  'repaired',
  'withdrawn',
  'no-item',
]);

/** The rules of one day, as far as a list needs them. */
export const creditRulesInForce = z.object({
  ruleSet: z.string(),
  label: z.string(),
  version: z.string(),
  from: localDate,
  article: z.string(),
  /** False: events are filed and neither scored nor graded. */
  scored: z.boolean(),
  /** Points or grades of the rules still wait for confirmation. */
  unconfirmed: z.boolean(),
});

export const creditSubject = z.object({
  subjectType: creditSubjectType,
  subjectId: uuid,
  name: z.string(),
  agencyId: uuid.nullable(),
  agencyName: z.string().nullable(),
  townCode: z.string().nullable(),
  town: z.string().nullable(),
});

export const creditScore = creditSubject.extend({
  /** Place by score; equal scores share it. Null without a score. */
  rank: z.number().int().nullable(),
  ruleSet: z.string(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
  deducted: z.number(),
  added: z.number(),
  /** Events that count on the day. */
  counting: z.number().int(),
  measure: z.string().nullable(),
});
export type CreditScore = z.output<typeof creditScore>;

/** One event in a trace: event → item → points → end. */
export const creditLine = z.object({
  eventId: uuid,
  sort: z.string(),
  sortLabel: z.string(),
  item: z.string().nullable(),
  itemLabel: z.string().nullable(),
  groupLabel: z.string().nullable(),
  article: z.string().nullable(),
  /** What of the item waits for confirmation. */
  verify: z.string().nullable(),
  on: localDate,
  /** First day on which it no longer counts; null while its end is open. */
  until: localDate.nullable(),
  /** Points of the item; null where it is only filed. */
  points: z.number().nullable(),
  /** Points that count on the day. */
  counted: z.number(),
  standing: creditEventStanding,
  standingLabel: z.string(),
  why: z.string(),
  text: z.string(),
  authority: z.string(),
  documentNo: z.string().nullable(),
  origin: creditEventOrigin,
  hasProof: z.boolean(),
  repairable: z.boolean(),
});
export type CreditLine = z.output<typeof creditLine>;

export const creditEvent = creditSubject.extend({
  id: uuid,
  sort: z.string(),
  sortLabel: z.string(),
  on: localDate,
  expiresOn: localDate.nullable(),
  revokedOn: localDate.nullable(),
  revokedBasis: z.string().nullable(),
  repairedOn: localDate.nullable(),
  documentNo: z.string().nullable(),
  authority: z.string(),
  text: z.string(),
  origin: creditEventOrigin,
  originLabel: z.string(),
  /** File, sheet row or signal it was taken from. */
  source: z.string().nullable(),
  proofName: z.string().nullable(),
  enteredBy: z.string(),
  enteredAt: timestamp,
  withdrawnReason: z.string().nullable(),
  /** Whether it counts today. */
  countsToday: z.boolean(),
});
export type CreditEventView = z.output<typeof creditEvent>;

export const creditPeriod = z.object({
  from: localDate,
  to: localDate.nullable(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
});

export const creditEvaluation = creditSubject.extend({
  id: uuid,
  fileId: uuid,
  number: z.string(),
  roundId: uuid,
  roundTitle: z.string(),
  asOf: localDate,
  state: z.string(),
  stateLabel: z.string(),
  standing: z.enum(['draft', 'open', 'waiting', 'done', 'refused', 'withdrawn']),
  preliminaryScore: z.number().nullable(),
  preliminaryGrade: z.string().nullable(),
  noticedOn: localDate.nullable(),
  /** Last day to object. */
  objectUntil: localDate.nullable(),
  finalScore: z.number().nullable(),
  finalGrade: z.string().nullable(),
  finalOn: localDate.nullable(),
  /** First day a repair may be asked for. */
  repairFrom: localDate.nullable(),
});
export type CreditEvaluation = z.output<typeof creditEvaluation>;

const review = {
  id: uuid,
  eventIds: z.array(uuid),
  text: z.string(),
  by: z.string(),
  firstOpinion: z.string().nullable(),
  firstSupports: z.boolean().nullable(),
  firstOn: localDate.nullable(),
  decision: z.string().nullable(),
  decidedOn: localDate.nullable(),
};

export const creditEvaluationDetail = creditEvaluation.extend({
  preliminaryLines: z.array(creditLine),
  finalLines: z.array(creditLine).nullable(),
  objections: z.array(z.object({ ...review, receivedOn: localDate, upheld: z.boolean().nullable() })),
  repairs: z.array(z.object({ ...review, askedOn: localDate, granted: z.boolean().nullable() })),
  mayObject: z.boolean(),
  /** Why no objection can be made now; null when one can. */
  whyNoObjection: z.string().nullable(),
  mayRepair: z.boolean(),
  whyNoRepair: z.string().nullable(),
});
export type CreditEvaluationDetail = z.output<typeof creditEvaluationDetail>;

export const creditTrace = creditSubject.extend({
  on: localDate,
  rules: creditRulesInForce.nullable(),
  base: z.number().nullable(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
  gradeLabel: z.string().nullable(),
  /** The whole sum in one sentence. */
  sentence: z.string(),
  measures: z.array(z.object({ measure: z.string(), label: z.string(), article: z.string() })),
  lines: z.array(creditLine),
  /** Contents of the file where the rules only file, each with what is known beside its events; null where they score. */
  contents: z
    .array(z.object({ group: z.string(), label: z.string(), lines: z.array(creditLine), note: z.string().nullable() }))
    .nullable(),
  periods: z.array(creditPeriod),
  evaluations: z.array(creditEvaluation),
  /** Scores of the people of the agency on the day who have events. */
  people: z.array(creditScore),
});
export type CreditTrace = z.output<typeof creditTrace>;

export const creditRound = z.object({
  id: uuid,
  title: z.string(),
  asOf: localDate,
  ruleSet: z.string(),
  ruleSetLabel: z.string(),
  ruleVersion: z.string(),
  openedBy: z.string(),
  openedAt: timestamp,
  evaluations: z.number().int(),
  states: z.array(z.object({ state: z.string(), label: z.string(), count: z.number().int() })),
  grades: z.array(z.object({ grade: z.string(), count: z.number().int() })),
});
export type CreditRound = z.output<typeof creditRound>;

export const creditRuleSetView = z.object({
  rules: creditRulesInForce,
  base: z.number().nullable(),
  grades: z.array(
    z.object({ grade: z.string(), label: z.string(), range: z.string(), measure: z.string().nullable() }),
  ),
  items: z.array(
    z.object({
      item: z.string(),
      label: z.string(),
      group: z.string(),
      subjects: z.string(),
      points: z.number().nullable(),
      cap: z.number().nullable(),
      lasts: z.string(),
      repairable: z.boolean(),
      worst: z.string().nullable(),
      article: z.string(),
      confidence: z.enum(['high', 'medium', 'low']),
      verify: z.string().nullable(),
    }),
  ),
});
