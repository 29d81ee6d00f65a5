import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { PlaceKind } from '../../access/access.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Actor, type Ctx, inTransaction, systemActor } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { FileAnswer } from '../../module.ts';
import type { ProcedureFile } from '../definition.ts';
import { definitionOf } from '../file-standing.ts';
import { FILE_COLUMNS } from '../repositories/file-repository.ts';
import { readableAll, waitedOut } from './desk-scope.ts';
import { type CalendarDay, writeCalendar } from './ical.ts';

const TOKEN_BYTES = 24;
const READ_NOTED_MINUTES = 60;

/** What is kept of a token. */
function hashOf(ctx: Ctx, token: string): string {
  const key = Buffer.from(hkdfSync('sha256', ctx.services.config.secret, '', 'jince calendar feed v1', 32));
  return createHmac('sha256', key).update(token).digest('hex');
}

export async function getCalendarFeed(ctx: Ctx): Promise<RouteOutput<(typeof routes)['getCalendarFeed']>> {
  const { rows } = await sql<{ madeAt: string; readAt: string | null }>`select made_at as "madeAt", read_at as "readAt"
    from procedures.calendar_feed where district = ${ctx.district} and user_id = ${ctx.actor.userId}`.execute(ctx.db);
  return rows[0] ?? { madeAt: null, readAt: null };
}

/** A new secret address for the actor's clocks; the old one is dead from then on. The token is told here alone. */
export async function makeCalendarFeed(ctx: Ctx): Promise<RouteOutput<(typeof routes)['makeCalendarFeed']>> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await inTransaction(ctx, async (tx) => {
    await sql`insert into procedures.calendar_feed (district, user_id, token_hash, made_at)
      values (${ctx.district}, ${ctx.actor.userId}, ${hashOf(ctx, token)}, ${ctx.now})
      on conflict (district, user_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = null`.execute(
      tx,
    );
    await writeAudit(tx, ctx, { action: 'procedures.calendar-feed.make', details: {} });
  });
  return { path: `/api/desk/calendars/${token}`, madeAt: ctx.now.toISOString() };
}

export async function revokeCalendarFeed(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await sql`delete from procedures.calendar_feed where district = ${ctx.district} and user_id = ${ctx.actor.userId}`.execute(
      tx,
    );
    await writeAudit(tx, ctx, { action: 'procedures.calendar-feed.revoke', details: {} });
  });
}

/** The person behind an address with the roles of this moment; undefined when the address is dead or the account closed. */
async function ownerOf(ctx: Ctx, token: string): Promise<Actor | undefined> {
  const { rows } = await sql<{
    id: string;
    username: string;
    name: string;
    unit: string | null;
    role: string;
    kind: PlaceKind;
    code: string;
  }>`select u.id, u.username, u.display_name as name, u.organisation_id as unit, g.role, g.place_kind as kind, g.place_code as code
    from procedures.calendar_feed c join platform.user_account u on u.district = c.district and u.id = c.user_id
    join platform.user_role g on g.district = u.district and g.user_id = u.id
    where c.district = ${ctx.district} and c.token_hash = ${hashOf(ctx, token)} and u.status = 'active'`.execute(
    ctx.db,
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    ...systemActor,
    userId: first.id,
    username: first.username,
    displayName: first.name,
    organisationId: first.unit,
    grants: rows.map(({ role, kind, code }) => ({ role, placeKind: kind, placeCode: code })),
    permissions: new Set(rows.flatMap(({ role }) => ctx.services.permissionsOfRole(role))),
  };
}

type Clocked = ProcedureFile & {
  readonly clock: string;
  readonly round: number;
  readonly dueOn: string;
  readonly article: string | null;
};

/** Limits of the files a person handles and may read. Names of parties stay here: a calendar program is outside. */
async function daysOf(ctx: Ctx): Promise<CalendarDay[]> {
  const definitions = [...ctx.services.procedures.values()];
  const { rows } = await sql<Clocked>`select ${FILE_COLUMNS}, k.clock, k.round, k.due_on as "dueOn", k.article
    from procedures.handler h join procedures.file f on f.district = h.district and f.id = h.file_id
    join procedures.clock k on k.district = f.district and k.file_id = f.id
    where h.district = ${ctx.district} and h.user_id = ${ctx.actor.userId} and h.until is null and f.closed_at is null
      and k.stopped_on is null and k.due_on is not null and f.procedure || ':' || k.clock <> all(${[...waitedOut(definitions)]}::text[])
      and ${readableAll(ctx)}
    order by k.due_on, f.id, k.clock limit 2000`.execute(ctx.db);
  const origin = ctx.services.config.publicUrl?.replace(/\/$/, '') ?? null;
  return rows.map((row) => {
    const definition = definitionOf(ctx, row.procedure);
    const clock = definition.clocks.find((one) => one.clock === row.clock)?.label.zh ?? row.clock;
    return {
      uid: `${row.id}-${row.clock}-${row.round}@${ctx.district}.jince`,
      on: row.dueOn,
      summary: `${clock}届满：${definition.label.zh} ${row.number}`,
      description: [`当前状态：${definition.states[row.state]?.label.zh ?? row.state}`, row.article]
        .filter(Boolean)
        .join('\n'),
      url: origin === null ? null : `${origin}${definition.href(row)}`,
      remindDays: 1,
    };
  });
}

/** The clocks of one person as a calendar. A dead address is answered like one that never was. @throws AppError 404 */
export async function readCalendarFeed(ctx: Ctx, token: string): Promise<FileAnswer> {
  const actor = await ownerOf(ctx, token);
  if (actor === undefined) throw new AppError('platform.not-found');
  const noted = new Date(ctx.now.getTime() - READ_NOTED_MINUTES * 60_000);
  await inTransaction(ctx, (tx) =>
    sql`update procedures.calendar_feed set read_at = ${ctx.now} where district = ${ctx.district} and user_id = ${actor.userId}
      and (read_at is null or read_at < ${noted})`.execute(tx),
  );
  const text = writeCalendar(
    `办件期限 · ${actor.displayName}`,
    await daysOf({ ...ctx, actor, language: 'zh' }),
    ctx.now,
  );
  return { fileName: 'jince-desk.ics', mediaType: 'text/calendar; charset=utf-8', content: Buffer.from(text, 'utf8') };
}
