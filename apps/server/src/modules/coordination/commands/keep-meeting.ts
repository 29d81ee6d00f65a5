import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { reachMeeting } from '../queries/reach-meeting.ts';
import { requireBody } from '../repositories/body-repository.ts';
import { insertMeeting, type MeetingInput, updateMeeting } from '../repositories/meeting-repository.ts';

/** Enters a meeting. @throws AppError coordination.body.unknown */
export async function createMeeting(ctx: Ctx, input: MeetingInput): Promise<{ readonly id: string }> {
  for (const code of [input.chairBody, ...input.bodies]) await requireBody(ctx, code);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await insertMeeting(tx, ctx, id, input);
    await writeAudit(tx, ctx, {
      action: 'coordination.meeting.create',
      subject: { kind: 'coordination.meeting', id, label: input.title },
    });
  });
  return { id };
}

/** Changes what is kept of a meeting. @throws AppError 404; coordination.meeting.stale with who was faster */
export async function saveMeeting(
  ctx: Ctx,
  id: string,
  input: MeetingInput & { readonly version: number },
): Promise<{ readonly version: number }> {
  await reachMeeting(ctx, id);
  for (const code of [input.chairBody, ...input.bodies]) await requireBody(ctx, code);
  return inTransaction(ctx, async (tx) => {
    const version = await updateMeeting(tx, ctx, id, input);
    if (version === undefined) {
      const { saved_by_name: name, saved_at: at } = await reachMeeting({ ...ctx, db: tx }, id);
      throw new AppError('coordination.meeting.stale', { name, at: new Date(at).toISOString().slice(0, 16) });
    }
    await writeAudit(tx, ctx, {
      action: 'coordination.meeting.save',
      subject: { kind: 'coordination.meeting', id, label: input.title },
      details: { version },
    });
    return { version };
  });
}
