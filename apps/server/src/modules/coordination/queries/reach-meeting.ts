import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type MeetingRecord, meetingsWithin, selectMeetings } from '../repositories/meeting-repository.ts';

/** A meeting at which one of the actor's bodies sat. @throws AppError 404 otherwise */
export async function reachMeeting(ctx: Ctx, id: string): Promise<MeetingRecord> {
  const meeting = (await selectMeetings(ctx.db, ctx, sql`m.id = ${id} and ${meetingsWithin(ctx)}`)).rows[0];
  if (meeting === undefined) throw new AppError('platform.not-found');
  return meeting;
}
