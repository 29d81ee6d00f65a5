import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { endExpert, insertExpert, type NewExpert } from '../repositories/helper-repository.ts';

/** Enters an expert; the employer is joined with the register of parties by its code or its exact name. */
export async function createAidExpert(ctx: Ctx, input: NewExpert): Promise<{ readonly id: string }> {
  return inTransaction(ctx, async (tx) => {
    const id = await insertExpert(tx, ctx, input);
    await writeAudit(tx, ctx, {
      action: 'assistance.expert.create',
      subject: { kind: 'assistance.expert', id, label: input.name },
      details: { employer: input.employer },
    });
    return { id };
  });
}

/** Takes an expert off the list from today. @throws AppError 404 */
export async function endAidExpert(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const name = await endExpert(tx, ctx, id);
    if (name === undefined) throw new AppError('platform.not-found');
    await writeAudit(tx, ctx, {
      action: 'assistance.expert.end',
      subject: { kind: 'assistance.expert', id, label: name },
    });
  });
}
