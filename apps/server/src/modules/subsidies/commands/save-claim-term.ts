import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { saveTermChange } from '../repositories/term-repository.ts';
import { TERM_EDIT } from '../subsidies.catalogue.ts';

interface Change {
  readonly term: string;
  readonly count: number;
  readonly from: string;
  readonly article?: string | null | undefined;
  readonly note: string;
}

/** Changes a term for clocks that start from a day on; those that run keep theirs. */
export async function saveClaimTerm(ctx: Ctx, change: Change): Promise<void> {
  const known = ctx.services.jurisdiction.subsidyTerms.terms.find((one) => one.term === change.term);
  if (known === undefined) throw new AppError('subsidies.term.unknown', { term: change.term });
  if (change.from < ctx.today) throw new AppError('subsidies.term.past');
  await inTransaction(ctx, async (tx) => {
    await saveTermChange(tx, ctx, { ...change, article: change.article ?? null });
    await writeAudit(tx, ctx, {
      action: TERM_EDIT,
      subject: { kind: 'subsidies.term', id: change.term, label: known.label },
      details: { ...change },
    });
  });
}
