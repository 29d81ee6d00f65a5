import { z } from 'zod';
import patentAgency from '../agencies/credit-patent-agency.json' with { type: 'json' };
import trademarkAgency from '../agencies/credit-trademark-agency.json' with { type: 'json' };

const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const subjectType = z.enum(['agency', 'person']);
const confidence = z.enum(['high', 'medium', 'low']);
const lasts = z.union([
  z.strictObject({ months: z.int().positive() }),
  z.strictObject({ whileListed: z.literal(true) }),
]);

const itemSchema = z.strictObject({
  item: z.string().regex(/^[a-z-]+$/),
  group: z.string(),
  subjects: z.array(subjectType).min(1),
  /** Sorts of events that are this item. */
  sorts: z.array(z.string()).min(1),
  /** Added to the base: negative for a deduction; null where the item is only filed. */
  points: z.number().nullable(),
  /** Most that all events of the item may take or give together, as a positive number. */
  cap: z.number().positive().nullable(),
  /** How long an event counts: months from its day, or while its subject stands on the list. */
  lasts,
  repairable: z.boolean(),
  /** Best grade possible while an event of the item counts. */
  worst: z.string().nullable(),
  label,
  article: z.string().min(1),
  confidence,
  /** What a person at the office has still to confirm. */
  verify: z.string().nullable(),
});

const gradeSchema = z.strictObject({
  grade: z.string().min(1),
  /** Lowest score of the grade; null where only `above` holds. */
  from: z.number().nullable(),
  /** The score must be above this. */
  above: z.number().nullable(),
  label,
});

const versionSchema = z.strictObject({
  version: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  article: z.string().min(1),
  source: z.string().min(1),
  confidence,
  /** Full score; null where events are filed and not scored. */
  base: z.number().nullable(),
  floor: z.number().nullable(),
  groups: z.array(z.strictObject({ group: z.string(), cap: z.number().positive().nullable(), label })).min(1),
  /** Best first. */
  grades: z.array(gradeSchema),
  items: z.array(itemSchema).min(1),
  measures: z.array(z.strictObject({ grade: z.string(), measure: z.string(), label, article: z.string().min(1) })),
});

const exampleSchema = z.strictObject({
  what: z.string(),
  on: z.iso.date(),
  subject: subjectType,
  events: z.array(
    z.strictObject({
      sort: z.string(),
      on: z.iso.date(),
      expiresOn: z.iso.date().optional(),
      revokedOn: z.iso.date().optional(),
      repairedOn: z.iso.date().optional(),
      documentNo: z.string().optional(),
    }),
  ),
  score: z.number().nullable(),
  grade: z.string().nullable(),
});

/** One file `agencies/credit-*-agency.json`. */
export const creditRuleSetSchema = z
  .strictObject({
    ruleSet: z.string(),
    title: label,
    appliesTo: z.strictObject({ kinds: z.array(z.string()).min(1), people: z.boolean() }),
    versions: z.array(versionSchema).min(1),
    examples: z.array(exampleSchema).min(1),
  })
  .refine(
    ({ versions }) => versions.every((one, i) => i === 0 || (versions[i - 1]?.to ?? '9999') < one.from),
    'versions must be in order and must not overlap',
  )
  .refine(
    ({ versions }) => versions.every((one) => hasOneItemPerSort(one.items)),
    'a sort of event belongs to one item of a kind of subject',
  )
  .refine(
    ({ versions }) =>
      versions.every((one) => one.items.every((item) => one.groups.some(({ group }) => group === item.group))),
    'every item belongs to a group of its version',
  );

function hasOneItemPerSort(items: readonly CreditItem[]): boolean {
  const keys = items.flatMap(({ subjects, sorts }) =>
    subjects.flatMap((subject) => sorts.map((sort) => `${subject}/${sort}`)),
  );
  return new Set(keys).size === keys.length;
}

export type CreditSubjectType = z.infer<typeof subjectType>;
export type CreditItem = z.infer<typeof itemSchema>;
export type CreditRuleVersion = z.infer<typeof versionSchema>;
export type CreditRuleSet = z.infer<typeof creditRuleSetSchema>;

/** Rules by which agencies and their people are scored, in order of precedence: the first that applies gives the grade. */
export const creditRuleSets: readonly CreditRuleSet[] = [patentAgency, trademarkAgency].map((file) =>
  creditRuleSetSchema.parse(file),
);

/** The rules of a set as they stand on a day; undefined where none were in force. */
export function creditRulesOn(set: CreditRuleSet, on: string): CreditRuleVersion | undefined {
  return set.versions.find((one) => one.from <= on && (one.to === null || on <= one.to));
}
