import { z } from 'zod';
import { localDate } from './common.ts';

const fen = z.number().int();
const period = z.object({ from: localDate, to: localDate });

export const policyTrigger = z.enum([
  'madrid-registration',
  'standard-certification',
  'insurance-premium',
  'pledge-interest',
  'gi-registration',
  'gi-user',
  'award',
  'advantage-level',
  'project-acceptance',
  'normalised-market',
  'education-base',
  'rights-aid',
  'patent-filed',
  'patent-granted',
  'pct-filed',
  'foreign-patent-granted',
  'annual-fee',
  'agency-fee',
]);

export const policyAmount = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fixed'), fen }),
  z.object({ type: z.literal('per-unit'), unitFen: fen, units: z.string(), maxUnits: z.number().int().nullable() }),
  z.object({ type: z.literal('share'), of: z.string(), ratePpm: z.number().int() }),
  z.object({
    type: z.literal('tiered'),
    by: z.string(),
    tiers: z.array(z.object({ from: z.number(), to: z.number().nullable(), fen })),
  }),
  z.object({ type: z.literal('matching'), of: z.string(), ratePpm: z.number().int() }),
]);
export type PolicyAmount = z.output<typeof policyAmount>;

export const declaredField = z.object({
  path: z.string(),
  type: z.enum(['number', 'date', 'text', 'bool']),
  label: z.string(),
  unit: z.string().nullable(),
});

/** A stated number that must be found among the applicant's own items of a register. */
const registerCheck = z.object({
  path: z.string(),
  label: z.string(),
  of: z.string(),
  collection: z.string(),
  keyFact: z.string(),
  rule: z.string(),
});

export const policyItemDocument = z.object({
  code: z.string(),
  name: z.string(),
  clause: z.string(),
  text: z.string(),
  trigger: policyTrigger,
  beneficiaries: z.array(z.string()),
  eligibility: z.string(),
  achievement: z.object({
    subject: z.string(),
    collection: z.string().nullable(),
    rule: z.string(),
    dateFact: z.string().nullable(),
    keyFact: z.string(),
    label: z.string(),
    repeat: z.enum(['once', 'yearly']),
  }),
  declared: z.array(declaredField),
  checks: z.array(registerCheck),
  achieved: period,
  amount: policyAmount,
  capFen: fen.nullable(),
  subjectYearCapFen: fen.nullable(),
  budgetFen: fen.nullable(),
  stacking: z.object({ rule: z.enum(['highest', 'difference', 'stackable']), group: z.string().nullable() }),
  sourceLevel: z.enum(['national', 'province', 'city', 'district']),
  deductHigher: z.boolean(),
  materials: z.array(z.object({ code: z.string(), label: z.string(), fromRegister: z.boolean() })),
  publicityWorkingDays: z.number().int(),
  legacy: z.boolean(),
  examples: z.array(
    z.object({
      label: z.string(),
      enterprise: z.record(z.string(), z.unknown()),
      achievements: z.array(z.record(z.string(), z.unknown())),
      expectFen: fen,
    }),
  ),
});
export type PolicyItemDocument = z.output<typeof policyItemDocument>;

/** A policy as it is written and kept: words, rules over facts, amounts in fen, shares in parts per million. */
export const policyDocument = z.object({
  code: z.string(),
  title: z.string(),
  docNo: z.string().nullable(),
  issuer: z.string(),
  fund: z.string(),
  year: z.number().int(),
  effectiveFrom: localDate,
  effectiveTo: localDate.nullable(),
  windows: z.array(period),
  example: z.boolean(),
  note: z.string().nullable(),
  preconditions: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      rule: z.string(),
      article: z.string().nullable(),
      refusal: z.string(),
      tells: z.string().optional(),
    }),
  ),
  rounding: z.enum(['fen', 'yuan-down']),
  subjectYearCapFen: fen.nullable(),
  budgetFen: fen.nullable(),
  overBudget: z.enum(['queue', 'pro-rata']),
  items: z.array(policyItemDocument),
});
export type PolicyDocument = z.output<typeof policyDocument>;
