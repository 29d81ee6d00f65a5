import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CALL_PUBLISH } from '../programs.catalogue.ts';
import { lockCall, updateCallRow } from '../repositories/call-repository.ts';

/** Publishes a call: the terms of its kind are fixed as they stand today. */
export async function publishProgramCall(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const call = await lockCall(tx, ctx.district, id);
    if (call === undefined) throw new AppError('platform.not-found');
    if (call.state !== 'draft') throw new AppError('programs.call.not-draft', { title: call.title });
    if (call.closes_on < ctx.today) throw new AppError('programs.call.window-over', { closesOn: call.closes_on });
    const terms = ctx.services.jurisdiction.programmes.kinds.find((kind) => kind.code === call.kind);
    if (terms === undefined) throw new AppError('programs.kind.unknown', { kind: call.kind });
    await updateCallRow(tx, ctx.district, id, {
      state: 'published',
      terms,
      published_on: ctx.today,
      published_by: ctx.actor.displayName,
    });
    await writeAudit(tx, ctx, {
      action: CALL_PUBLISH,
      subject: { kind: 'programs.call', id, label: `${call.number} ${call.title}` },
      details: { opensOn: call.opens_on, closesOn: call.closes_on, example: terms.example },
    });
  });
}
