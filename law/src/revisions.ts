import { z } from 'zod';
import file from '../trademark/revision-2027.json' with { type: 'json' };

const day = z.iso.date();
const text = z.strictObject({ article: z.string().min(1), text: z.string().min(1) });

const schema = z.strictObject({
  before: z.strictObject({ law: z.string().min(1), from: day, to: day }),
  after: z.strictObject({ law: z.string().min(1), from: day, to: day.nullable() }),
  source: z.string().min(1),
  subjects: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      label: z.string().min(1),
      before: text,
      after: text,
      change: z.enum(['renumbered', 'changed', 'widened', 'stricter', 'lighter', 'new', 'open']),
      /** Offences and clocks the subject is about. */
      see: z.array(z.string()),
      confidence: z.enum(['high', 'medium', 'low']),
      verify: z.string().nullable(),
    }),
  ),
});

export type LawRevision = z.output<typeof schema>;

/** The Trademark Law of 2019 and its revision in force from 2027-01-01, subject by subject. */
export const trademarkRevision: LawRevision = schema.parse(file);
