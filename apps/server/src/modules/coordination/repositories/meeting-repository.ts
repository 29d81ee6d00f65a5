import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { MEETING_READ } from '../coordination.catalogue.ts';

export interface MeetingRecord {
  readonly id: string;
  readonly title: string;
  readonly held_on: string;
  readonly place: string | null;
  readonly chair_body: string;
  readonly bodies: readonly string[];
  readonly topics: string;
  readonly minutes: string | null;
  readonly minutes_no: string | null;
  readonly version: number;
  readonly saved_by_name: string;
  readonly saved_at: string;
  readonly decisions: number;
  readonly done: number;
  readonly late: number;
}

/** Meetings at which one of the actor's bodies sat. Alias `m`. */
export function meetingsWithin(ctx: Ctx): RawBuilder<boolean> {
  const scope = scopeFor(ctx, MEETING_READ);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(m.bodies && ${scope.organisations}::text[] or m.chair_body = any(${scope.organisations}::text[]))`;
}

export async function selectMeetings(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly MeetingRecord[]; readonly total: number }> {
  const from = sql`coordination.meeting m left join lateral (select count(*) filter (where f.state <> 'cancelled')::int as decisions,
      count(*) filter (where f.state = 'done')::int as done,
      count(*) filter (where f.closed_at is null and coalesce(k.due_on, t.due_on) < ${ctx.today}::date)::int as late
    from coordination.task t join procedures.file f on f.district = t.district and f.id = t.file_id
    left join procedures.clock k on k.district = t.district and k.file_id = t.file_id and k.clock = 'due' and k.stopped_on is null
    where t.district = m.district and t.meeting_id = m.id) d on true where m.district = ${ctx.district} and ${test}`;
  const { rows } =
    await sql<MeetingRecord>`select m.id, m.title, m.held_on, m.place, m.chair_body, m.bodies, m.topics, m.minutes, m.minutes_no, m.version,
      m.saved_by_name, m.saved_at, d.decisions, d.done, d.late from ${from}
    order by m.held_on desc, m.id limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export interface MeetingInput {
  readonly title: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly chairBody: string;
  readonly bodies: readonly string[];
  readonly topics: string;
  readonly minutes: string | null;
  readonly minutesNo: string | null;
}

export async function insertMeeting(tx: Tx, ctx: Ctx, id: string, input: MeetingInput): Promise<void> {
  await sql`insert into coordination.meeting (district, id, title, held_on, place, chair_body, bodies, topics, minutes, minutes_no, saved_by_name, saved_at)
    values (${ctx.district}, ${id}, ${input.title}, ${input.heldOn}, ${input.place}, ${input.chairBody}, ${[...input.bodies]}::text[], ${input.topics},
      ${input.minutes}, ${input.minutesNo}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

/** The new version, or undefined where somebody saved since. */
export async function updateMeeting(
  tx: Tx,
  ctx: Ctx,
  id: string,
  input: MeetingInput & { readonly version: number },
): Promise<number | undefined> {
  const { rows } = await sql<{
    version: number;
  }>`update coordination.meeting set title = ${input.title}, held_on = ${input.heldOn}, place = ${input.place},
      chair_body = ${input.chairBody}, bodies = ${[...input.bodies]}::text[], topics = ${input.topics}, minutes = ${input.minutes},
      minutes_no = ${input.minutesNo}, version = version + 1, saved_by_name = ${ctx.actor.displayName}, saved_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id} and version = ${input.version} returning version`.execute(tx);
  return rows[0]?.version;
}
