import { z } from 'zod';
import data from '../agencies/credit-sorts.json' with { type: 'json' };

const sortsSchema = z.strictObject({
  sorts: z.array(
    z.strictObject({
      sort: z.string().regex(/^[a-z-]+$/),
      label: z.strictObject({ zh: z.string(), en: z.string() }),
      /** The wider sort it is one of. */
      of: z.string().optional(),
      /** Words of a decision that tell it. */
      words: z.array(z.string()).optional(),
      /** A sum of money tells it as well. */
      withAmount: z.boolean().optional(),
    }),
  ),
});

export type CreditSort = z.infer<typeof sortsSchema>['sorts'][number];

/** Sorts of events that may count for credit, as rules name them. */
export const creditSorts: readonly CreditSort[] = sortsSchema.parse(data).sorts;

/**
 * The narrower sort a decision's words tell: a penalty that revokes is worse than one that fines, so the last sort that
 * fits holds. Without a fitting word it stays what it was.
 */
export function refineCreditSort(sort: string, text: string, amountFen: number | null = null): string {
  const told = creditSorts.filter(
    (one) =>
      one.of === sort &&
      (one.words?.some((word) => text.includes(word)) === true ||
        (one.withAmount === true && amountFen !== null && amountFen > 0)),
  );
  return told.at(-1)?.sort ?? sort;
}
