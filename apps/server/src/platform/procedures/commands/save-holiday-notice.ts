import type { HolidayYear, WorkingCalendar } from '@jince/calendar';
import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { publishEvent } from '../../jobs/enqueue-job.ts';
import { rereadClock } from '../domain/run-clock.ts';
import { type ClockRow, saveClock } from '../repositories/file-repository.ts';
import { calendarWith, listHolidayNotices } from '../working-days.ts';

interface Notice extends HolidayYear {
  readonly title: string;
}

function checkNotice(notice: Notice): void {
  const days = [...Object.keys(notice.daysOff), ...Object.keys(notice.workedWeekends)];
  const foreign = days.find((day) => !day.startsWith(`${notice.year}-`) || Number.isNaN(Date.parse(day)));
  if (foreign !== undefined) throw new AppError('procedures.calendar.not-of-year', { year: notice.year, day: foreign });
  const both = Object.keys(notice.daysOff).find((day) => day in notice.workedWeekends);
  if (both !== undefined) throw new AppError('procedures.calendar.contradiction', { day: both });
}

/** Reads every running clock again; those whose last day moves say from where, to where and why. */
async function rereadClocks(tx: Tx, ctx: Ctx, calendar: WorkingCalendar, title: string): Promise<number> {
  const { rows } = await sql<
    ClockRow & { fileId: string }
  >`select file_id as "fileId", clock, round, started_on as "startedOn", due_on as "dueOn",
      count, unit, article, steps, suspensions, stopped_on as "stoppedOn", rule, events
    from procedures.clock where district = ${ctx.district} and stopped_on is null order by file_id, clock, round for update`.execute(
    tx,
  );
  let moved = 0;
  for (const { fileId, ...clock } of rows) {
    const next = rereadClock(clock, calendar);
    if (next.dueOn === clock.dueOn) continue;
    const was = clock.dueOn ?? '未定';
    const why = `节假日安排更新（${title}）：届满日由${was}改为${next.dueOn ?? '未定'}`;
    await saveClock(tx, ctx.district, fileId, { ...clock, dueOn: next.dueOn, steps: [...next.steps, why] });
    moved += 1;
  }
  return moved;
}

/**
 * Enters a year's holiday notice; clocks that run are read again at once. Returns how many of them moved.
 * @throws AppError procedures.calendar.* for a notice that contradicts itself or leaves a year out
 */
export async function saveHolidayNotice(ctx: Ctx, notice: Notice): Promise<number> {
  checkNotice(notice);
  return inTransaction(ctx, async (tx) => {
    await sql`insert into procedures.holiday_notice (district, year, title, days_off, worked_weekends, entered_by_name, entered_at)
      values (${ctx.district}, ${notice.year}, ${notice.title}, ${JSON.stringify(notice.daysOff)}, ${JSON.stringify(notice.workedWeekends)},
        ${ctx.actor.displayName}, ${ctx.now})
      on conflict (district, year) do update set title = excluded.title, days_off = excluded.days_off,
        worked_weekends = excluded.worked_weekends, entered_by_name = excluded.entered_by_name, entered_at = excluded.entered_at`.execute(
      tx,
    );
    let calendar: WorkingCalendar;
    try {
      calendar = calendarWith(await listHolidayNotices(tx, ctx.district));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new AppError('procedures.calendar.year-missing', { year: notice.year });
    }
    const moved = await rereadClocks(tx, ctx, calendar, notice.title);
    await publishEvent(tx, ctx, 'procedures.calendar.changed', { year: notice.year });
    await writeAudit(tx, ctx, {
      action: 'procedures.calendar.edit',
      subject: { kind: 'procedures.holiday-notice', id: String(notice.year), label: notice.title },
      details: { moved, daysOff: notice.daysOff, workedWeekends: notice.workedWeekends },
    });
    return moved;
  });
}
