import { z } from 'zod';
import file from '../offences/statistics-form.json' with { type: 'json' };

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const schema = z.strictObject({
  form: words,
  source: z.string().min(1),
  /** From this business amount on (以上 includes it) a case is a large one, fen. */
  largeCaseFen: z.int().positive(),
  /** Kinds of decisions that make a case one of the form. */
  counted: z.array(z.string()).min(1),
  countedVerify: z.string().nullable(),
  groups: z.array(z.strictObject({ group: z.string(), label: words })).min(1),
  columns: z.array(z.strictObject({ column: z.string(), label: words, unit: z.enum(['case', 'wan']) })).length(12),
});

export type StatisticsForm = z.output<typeof schema>;

/** The national return of IP cases by behaviour: its columns, groups of rows and what counts. */
export const statisticsForm: StatisticsForm = schema.parse(file);
