import { CalendarCoverageError, statutoryPeriod } from '@jince/calendar';
import type { Ctx } from '../../../platform/context/context.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';

/** Last day of a publicity that opens on a day; null, with the reason, where no holiday notice reaches. */
export async function closingDay(
  ctx: Ctx,
  openedOn: string,
  workingDays: number,
): Promise<{ readonly on: string | null; readonly steps: readonly string[] }> {
  const calendar = await workingCalendarOf(ctx.db, ctx.district);
  try {
    const period = statutoryPeriod({ start: openedOn, count: workingDays, unit: 'working-day', calendar });
    return { on: period.dueOn, steps: period.reasons };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return { on: null, steps: [`${error.date}之后的节假日安排尚未公布，届满日待公布后确定`] };
  }
}
