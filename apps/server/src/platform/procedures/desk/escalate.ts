import type { RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction, systemActor } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import type { JobTask } from '../../jobs/job-task.ts';
import { definitionOf } from '../file-standing.ts';
import { noticeTo } from '../send-notices.ts';
import { workingCalendarOf } from '../working-days.ts';
import { waitedOut } from './desk-scope.ts';
import { CLOCK_ESCALATE } from './get-desk.ts';

interface Pressing {
  readonly fileId: string;
  readonly procedure: string;
  readonly number: string;
  readonly label: string;
  readonly organisations: readonly string[];
  readonly clock: string;
  readonly round: number;
  readonly dueOn: string;
  readonly handlers: string | null;
}

interface Head {
  readonly userId: string;
  readonly role: string;
  readonly kind: string;
  readonly code: string;
  readonly unit: string | null;
}

const BATCH = 2000;

/** Running limits that end within the days of the jurisdiction, or have ended, of which nobody was told yet. */
async function listPressing(tx: Tx, ctx: Ctx, until: string): Promise<Pressing[]> {
  const out = waitedOut([...ctx.services.procedures.values()]);
  const { rows } =
    await sql<Pressing>`select f.id as "fileId", f.procedure, f.number, f.subject_label as label, f.organisations, k.clock, k.round,
      k.due_on as "dueOn", (select string_agg(h.name, '、' order by h.part desc, h.name) from procedures.handler h
        where h.district = f.district and h.file_id = f.id and h.until is null) as handlers
    from procedures.clock k join procedures.file f on f.district = k.district and f.id = k.file_id
    where k.district = ${ctx.district} and k.stopped_on is null and k.due_on <= ${until}::date and f.closed_at is null
      and f.procedure || ':' || k.clock <> all(${[...out]}::text[])
      and not exists (select 1 from procedures.escalation e where e.district = k.district and e.file_id = k.file_id and e.clock = k.clock
        and e.round = k.round and e.due_on = k.due_on)
    order by k.due_on, f.id limit ${BATCH}`.execute(tx);
  return rows;
}

async function listHeads(tx: Tx, ctx: Ctx): Promise<Head[]> {
  const roles = [...ctx.services.rolesHolding(CLOCK_ESCALATE)];
  const { rows } =
    await sql<Head>`select u.id as "userId", g.role, g.place_kind as kind, g.place_code as code, u.organisation_id as unit
    from platform.user_account u join platform.user_role g on g.district = u.district and g.user_id = u.id
    where u.district = ${ctx.district} and u.status = 'active' and g.role = any(${roles}::text[])`.execute(tx);
  return rows;
}

/** The heads of a file's body; where it has none of its own, those of the whole district. Only who may read the file. */
function headsOf(ctx: Ctx, file: Pressing, heads: readonly Head[]): readonly string[] {
  const readers = ctx.services.rolesHolding(definitionOf(ctx, file.procedure).readPermission);
  const able = heads.filter((head) => readers.has(head.role));
  const own = able.filter(
    (head) =>
      (head.kind === 'organisation' && file.organisations.includes(head.code)) ||
      (head.kind === 'district' && head.unit !== null && file.organisations.includes(head.unit)),
  );
  const chosen = own.length > 0 ? own : able.filter((head) => head.kind === 'district');
  return [...new Set(chosen.map((head) => head.userId))];
}

function sentence(ctx: Ctx, file: Pressing): string {
  const definition = definitionOf(ctx, file.procedure);
  const clock = definition.clocks.find((one) => one.clock === file.clock)?.label.zh ?? file.clock;
  const when = file.dueOn < ctx.today ? `已于 ${file.dueOn} 届满` : `将于 ${file.dueOn} 届满`;
  const who = file.handlers === null ? '尚无承办人' : `承办人：${file.handlers}`;
  return `期限提醒：${definition.label.zh} ${file.number}（${file.label}）“${clock}”${when}，${who}`;
}

/** Tells the heads of what is about to run out, each last day once. Safe to repeat. */
export async function tellHeads(ctx: Ctx): Promise<{ readonly told: number; readonly notices: number }> {
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`desk-escalation:${ctx.district}`}, 0))`.execute(tx);
    const calendar = await workingCalendarOf(tx, ctx.district);
    const { escalateWorkingDaysBefore } = ctx.services.jurisdiction.complaintSettings;
    const pressing = await listPressing(tx, ctx, calendar.addWorkingDays(ctx.today, escalateWorkingDaysBefore));
    const heads = pressing.length === 0 ? [] : await listHeads(tx, ctx);
    let told = 0;
    let notices = 0;
    for (const file of pressing) {
      const receivers = headsOf(ctx, file, heads);
      for (const userId of receivers)
        await noticeTo(tx, ctx, { fileId: file.fileId, userId, text: sentence(ctx, file) });
      // With no head there it stays untold, and is told once there is one.
      if (receivers.length === 0) continue;
      told++;
      notices += receivers.length;
      await sql`insert into procedures.escalation (district, file_id, clock, round, due_on, told_at)
        values (${ctx.district}, ${file.fileId}, ${file.clock}, ${file.round}, ${file.dueOn}, ${ctx.now})`.execute(tx);
    }
    return { told, notices };
  });
}

/** By a person, at any time: the same as the daily job. */
export async function escalateClocks(ctx: Ctx): Promise<RouteOutput<(typeof routes)['escalateClocks']>> {
  const done = await tellHeads(ctx);
  await inTransaction(ctx, (tx) => writeAudit(tx, ctx, { action: CLOCK_ESCALATE, details: { ...done } }));
  return done;
}

const DAY_MINUTES = 1440;

export const escalateClocksTask: JobTask = {
  task: 'procedures.escalate-clocks',
  label: { zh: '期限届满前提醒负责人', en: 'Tell heads of clocks about to run out' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'desk',
  everyMinutes: DAY_MINUTES,
  async run(reader) {
    await tellHeads({ ...reader, actor: systemActor });
  },
};
