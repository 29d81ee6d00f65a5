import type { DeadlineRule } from '@jince/calendar';
import { z } from 'zod';
import adjudication from '../clocks/adjudication.json' with { type: 'json' };
import cases from '../clocks/case.json' with { type: 'json' };
import complaint from '../clocks/complaint.json' with { type: 'json' };
import madrid from '../clocks/madrid.json' with { type: 'json' };
import other from '../clocks/other.json' with { type: 'json' };
import patent from '../clocks/patent.json' with { type: 'json' };
import publicity from '../clocks/publicity.json' with { type: 'json' };
import trademark from '../clocks/trademark.json' with { type: 'json' };
import transfer from '../clocks/transfer.json' with { type: 'json' };

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9-]+$/);
const article = z.string().min(1);
const term = z.strictObject({
  count: z.union([z.int(), z.strictObject({ nth: z.int() })]),
  unit: z.enum(['day', 'working-day', 'month', 'year']),
});

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\.[a-z0-9-]+$/),
  label: words,
  start: words,
  roll: z.enum(['forward', 'backward', 'none']),
  terms: z
    .array(
      z.strictObject({
        from: z.iso.date(),
        to: z.iso.date().nullable(),
        term,
        article,
        source: z.string().min(1),
        confidence: z.enum(['high', 'medium', 'low']),
        verify: z.string().nullable(),
      }),
    )
    .min(1)
    .refine(
      (terms) => terms.every(({ from }, at) => at === 0 || ((terms[at - 1]?.to ?? '9999') as string) < from),
      'the terms of a clock must be in order and must not overlap',
    ),
  causes: z.array(z.strictObject({ cause: id, label: words, article })),
  extensions: z.array(
    z.strictObject({
      extension: id,
      label: words,
      term: term.nullable(),
      most: z.int().positive(),
      by: words,
      article,
    }),
  ),
  related: z.array(
    z.strictObject({
      id,
      label: words,
      of: z.enum(['start', 'end']),
      term,
      plusDays: z.int(),
      roll: z.boolean(),
      article,
    }),
  ),
});

/** One file `clocks/*.json`. */
export const clockFileSchema = z.strictObject({ clocks: id, title: words, rules: z.array(ruleSchema).min(1) });

export const clockFiles: readonly unknown[] = [
  cases,
  publicity,
  complaint,
  adjudication,
  transfer,
  trademark,
  patent,
  madrid,
  other,
];

let known: ReadonlyMap<string, DeadlineRule> | undefined;

/** Every clock of the law by its id, in the order of the files. @throws ZodError for a file that does not fit the schema */
export function deadlineRules(): ReadonlyMap<string, DeadlineRule> {
  known ??= new Map(clockFiles.flatMap((file) => clockFileSchema.parse(file).rules).map((rule) => [rule.id, rule]));
  return known;
}
