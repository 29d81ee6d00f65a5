import { z } from 'zod';

/** A day that exists, of the years a policy can be of. */
const day = z.iso.date().refine((text) => text >= '1950-01-01' && text <= '2199-12-31', { abort: true });
/** Whole fen. */
const fen = z.number().int().min(0).max(1e13);
const words = z.string().trim().min(1);
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** Parts per million: 500000 is 50 %. Whole numbers keep money exact. */
const ppm = z.number().int().min(0).max(10_000_000);

/** What money may be given for. Those a national notice forbids are recorded as history only. */
export const TRIGGERS = [
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
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const tierSchema = z.object({ from: z.number(), to: z.number().nullable(), fen });
export type Tier = z.output<typeof tierSchema>;

export const amountSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fixed'), fen }),
  z.object({
    type: z.literal('per-unit'),
    unitFen: fen,
    units: words,
    maxUnits: z.number().int().min(1).nullable().default(null),
  }),
  z.object({ type: z.literal('share'), of: words, ratePpm: ppm }),
  z.object({ type: z.literal('tiered'), by: words, tiers: z.array(tierSchema).min(1) }),
  z.object({ type: z.literal('matching'), of: words, ratePpm: ppm }),
]);
export type Amount = z.output<typeof amountSchema>;

/** A field the applicant states because no register knows it: a premium paid, an interest. */
export const declaredFieldSchema = z.object({
  path: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  type: z.enum(['number', 'date', 'text', 'bool']),
  label: words,
  unit: z.string().nullable().default(null),
});

/**
 * A check by machine of what the applicant states: every number in a stated text must be found among the applicant's own
 * items of a collection, and a rule must hold of each. Its outcome is read in rules as `claim.<path>`.
 */
export const registerCheckSchema = z.object({
  path: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: words,
  /** Path of the stated text; several numbers are separated by commas, semicolons or blanks. */
  of: z.string(),
  /** Collection of the enterprise, the fact of its items that holds the number, and what must be true of the item. */
  collection: z.string(),
  keyFact: z.string(),
  rule: words.default('true'),
});
export type RegisterCheck = z.output<typeof registerCheckSchema>;

export const achievementSchema = z.object({
  /** Subject kind of the catalogue, or `claim` for what the applicant states. `enterprise`: the subject itself. */
  subject: z.string(),
  /** Collection of the enterprise the achievements stand in; null for `enterprise` and `claim`. */
  collection: z.string().nullable().default(null),
  rule: words.default('true'),
  /** Path of the fact that says when it was achieved. */
  dateFact: z.string().nullable().default(null),
  /** Path of the fact that identifies it: nothing is paid twice under one key. */
  keyFact: z.string(),
  label: words,
  /** once: one payment for ever; yearly: one in each year. */
  repeat: z.enum(['once', 'yearly']).default('once'),
});

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const assumedItem = z.record(z.string(), z.union([scalar, z.array(z.union([z.string(), z.number()]))]));

const exampleSchema = z.object({
  label: words,
  /** Facts by path; a collection is a list of items. */
  enterprise: z.record(z.string(), z.union([scalar, z.array(z.union([z.string(), z.number(), assumedItem]))])),
  achievements: z.array(assumedItem).default([]),
  expectFen: fen,
});

export const itemSchema = z.object({
  code,
  name: words,
  /** The clause it rests on: 第三条第（一）项. */
  clause: words,
  text: words,
  trigger: z.enum(TRIGGERS),
  beneficiaries: z.array(z.string()).min(1),
  /** Rule over the enterprise. */
  eligibility: words.default('true'),
  achievement: achievementSchema,
  declared: z.array(declaredFieldSchema).default([]),
  checks: z.array(registerCheckSchema).default([]),
  /** Days of the achievement that count, both ends included. */
  achieved: z.object({ from: day, to: day }),
  amount: amountSchema,
  capFen: fen.nullable().default(null),
  subjectYearCapFen: fen.nullable().default(null),
  budgetFen: fen.nullable().default(null),
  stacking: z
    .object({ rule: z.enum(['highest', 'difference', 'stackable']), group: z.string().nullable().default(null) })
    .default({ rule: 'stackable', group: null }),
  sourceLevel: z.enum(['national', 'province', 'city', 'district']).default('district'),
  /** What a higher level already gave for the same achievement is taken off. */
  deductHigher: z.boolean().default(false),
  materials: z
    .array(z.object({ code: z.string(), label: words, fromRegister: z.boolean().default(false) }))
    .default([]),
  publicityWorkingDays: z.number().int().min(1).max(60),
  /** Kept to show what was once paid; can be neither published nor paid. */
  legacy: z.boolean().default(false),
  examples: z.array(exampleSchema).default([]),
});
export type PolicyItem = z.output<typeof itemSchema>;

export const policySchema = z.object({
  code,
  title: words,
  docNo: z.string().nullable().default(null),
  issuer: words,
  fund: words,
  year: z.number().int().min(2000).max(2100),
  effectiveFrom: day,
  effectiveTo: day.nullable().default(null),
  /** When it may be applied for. */
  windows: z.array(z.object({ from: day, to: day })).min(1),
  /** Invented for demonstration: shown as an example wherever it appears. */
  example: z.boolean().default(false),
  note: z.string().nullable().default(null),
  /** Checks every claim must pass, in order. */
  preconditions: z
    .array(
      z.object({
        code,
        label: words,
        rule: words,
        article: z.string().nullable().default(null),
        refusal: words,
        /** Path of a text fact of the enterprise that tells why, and until when; added to the refusal. */
        tells: z.string().optional(),
      }),
    )
    .default([]),
  rounding: z.enum(['fen', 'yuan-down']).default('yuan-down'),
  subjectYearCapFen: fen.nullable().default(null),
  budgetFen: fen.nullable().default(null),
  overBudget: z.enum(['queue', 'pro-rata']).default('queue'),
  items: z.array(itemSchema).min(1),
});
/** A policy as it is written: words and rules, amounts in fen, shares in parts per million. */
export type Policy = z.output<typeof policySchema>;
