import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { lockCall, updateCallRow } from '../repositories/call-repository.ts';

/** Takes no more applications; those that were filed go on. */
export async function closeProgramCall(ctx: Ctx, id: string, note: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const call = await lockCall(tx, ctx.district, id);
    if (call === undefined) throw new AppError('platform.not-found');
    if (call.state !== 'published') throw new AppError('programs.call.not-published', { title: call.title });
    await updateCallRow(tx, ctx.district, id, { state: 'closed', closed_on: ctx.today, close_note: note });
    await writeAudit(tx, ctx, {
      action: 'programs.call.close',
      subject: { kind: 'programs.call', id, label: `${call.number} ${call.title}` },
      details: { note },
    });
  });
}
