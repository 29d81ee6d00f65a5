import type { MeetingRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { MEETING_EDIT } from '../coordination.catalogue.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { type MeetingRecord, meetingsWithin, selectMeetings } from '../repositories/meeting-repository.ts';
import { selectTasks, tasksWithin } from '../repositories/task-repository.ts';
import { toTaskRow } from './list-tasks.ts';
import { reachMeeting } from './reach-meeting.ts';

type Route = (typeof routes)['listMeetings'];

const toRow = (ctx: Ctx, record: MeetingRecord): MeetingRow => ({
  id: record.id,
  title: record.title,
  heldOn: record.held_on,
  place: record.place,
  chair: nameBody(ctx, record.chair_body),
  bodies: record.bodies.map((code) => nameBody(ctx, code)),
  decisions: record.decisions,
  done: record.done,
  late: record.late,
});

/** Meetings at which the actor's bodies sat, the latest first; `open`: with decisions that are not done. */
export async function listMeetings(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const word = query.q?.trim() ?? '';
  const like = containsPattern(word);
  const tests = [
    meetingsWithin(ctx),
    query.open === undefined ? sql`true` : query.open ? sql`d.done < d.decisions` : sql`d.done = d.decisions`,
    word === '' ? sql`true` : sql`(m.title ilike ${like} or m.topics ilike ${like})`,
  ];
  const found = await selectMeetings(ctx.db, ctx, sql.join(tests, sql` and `), {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: found.rows.map((row) => toRow(ctx, row)), total: found.total, page, pageSize };
}

/** One meeting; of its decisions those the actor's bodies lead or take part in. @throws AppError 404 */
export async function getMeeting(ctx: Ctx, id: string): Promise<RouteOutput<(typeof routes)['getMeeting']>> {
  const record = await reachMeeting(ctx, id);
  const tasks = await selectTasks(ctx.db, ctx, sql`t.meeting_id = ${id} and ${tasksWithin(ctx)}`);
  return {
    ...toRow(ctx, record),
    topics: record.topics,
    minutes: record.minutes,
    minutesNo: record.minutes_no,
    version: record.version,
    savedBy: record.saved_by_name,
    tasks: tasks.rows
      .toSorted((a, b) => (a.decision_no ?? 0) - (b.decision_no ?? 0))
      .map((task) => toTaskRow(ctx, task)),
    mayEdit: may(ctx, MEETING_EDIT),
  };
}
