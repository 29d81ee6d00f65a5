import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CALL_EDIT } from '../programs.catalogue.ts';
import { lockCall, numberIsTaken, updateCallRow } from '../repositories/call-repository.ts';
import { type CallInput, contentOf } from './create-program-call.ts';

/** Changes a call that nobody has seen yet. @throws AppError 409 once it is published */
export async function updateProgramCall(
  ctx: Ctx,
  id: string,
  input: CallInput & { readonly version: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const call = await lockCall(tx, ctx.district, id);
    if (call === undefined) throw new AppError('platform.not-found');
    if (call.state !== 'draft') throw new AppError('programs.call.not-draft', { title: call.title });
    if (call.version !== input.version) throw new AppError('programs.call.changed-meanwhile');
    if (await numberIsTaken(tx, ctx.district, input.number, id))
      throw new AppError('programs.call.number-taken', { number: input.number });
    await updateCallRow(tx, ctx.district, id, contentOf(ctx, input));
    await writeAudit(tx, ctx, {
      action: CALL_EDIT,
      subject: { kind: 'programs.call', id, label: `${input.number} ${input.title}` },
      details: { version: call.version + 1 },
    });
  });
}
