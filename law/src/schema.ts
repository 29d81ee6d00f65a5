import { z } from 'zod';

const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const date = z.iso.date();
const band = z.strictObject({ from: z.int(), to: z.int().nullable(), value: z.number() });
const scalar = z.union([z.number(), z.string(), z.boolean()]);

/** A value of the law: one number or word, a list, named values, or bands (`to` included, null = open). */
export const lawContentSchema = z.union([
  scalar,
  z.array(z.string()).min(1),
  z.array(z.number()).min(1),
  z.array(band).min(1),
  z.record(z.string(), scalar),
]);

/** Money in fen (or Swiss centimes), shares in percent, time in whole units. */
const unit = z.enum([
  'fen',
  'chf-centime',
  'percent',
  'year',
  'month',
  'day',
  'working-day',
  'hour',
  'minute',
  'count',
  'text',
  'mask',
]);

const period = z
  .strictObject({
    value: lawContentSchema,
    from: date,
    to: date.nullable(),
    article: z.string().min(1),
    source: z.string().min(1),
    confidence: z.enum(['high', 'medium', 'low']),
    note: z.string().optional(),
  })
  .refine((it) => it.to === null || it.from <= it.to, 'a period ends before it begins');

const example = z.strictObject({
  on: date,
  /** A position in bands or the name of a named value. */
  at: z.union([z.int(), z.string()]).optional(),
  expect: z.union([scalar, z.array(z.string()), z.array(z.number())]),
  note: z.string().optional(),
});

const definition = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    label,
    unit,
    /** Which date decides between the periods. */
    keyedBy: z.enum([
      'day',
      'year',
      'due-date',
      'filing-date',
      'grant-date',
      'registration-date',
      'preliminary-publication-date',
      'international-registration-date',
      'notification-date',
      'expiry-date',
      'issue-date',
      'end-date',
    ]),
    periods: z.array(period).min(1),
    examples: z.array(example).min(1),
  })
  .refine(
    (it) => it.periods.every((period, i) => i === 0 || follows(it.periods[i - 1]!.to, period.from)),
    'periods must be in order and must not overlap',
  );

function follows(previousTo: string | null, from: string): boolean {
  return previousTo !== null && previousTo < from;
}

/** One file under law/. */
export const lawFileSchema = z.strictObject({ area: z.string(), title: label, values: z.array(definition).min(1) });

export type LawContent = z.infer<typeof lawContentSchema>;
export type LawBand = z.infer<typeof band>;
export type LawPeriod = z.infer<typeof period>;
export type LawDefinition = z.infer<typeof definition>;
export type LawFile = z.infer<typeof lawFileSchema>;
