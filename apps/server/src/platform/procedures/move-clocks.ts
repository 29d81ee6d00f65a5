import type { WorkingCalendar } from '@jince/calendar';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { ProcedureAction, ProcedureDefinition, ProcedureFile } from './definition.ts';
import { readClock, resume, type Suspension, suspend } from './domain/run-clock.ts';
import { type ClockRow, saveClock } from './repositories/file-repository.ts';
import { workingCalendarOf } from './working-days.ts';

interface Move {
  readonly definition: ProcedureDefinition;
  readonly action: ProcedureAction;
  readonly file: ProcedureFile;
  readonly clocks: readonly ClockRow[];
  readonly reason: string;
}

const termOf = ({ count, unit, article }: ClockRow) => ({ count, unit, article });

function reread(clock: ClockRow, suspensions: readonly Suspension[], calendar: WorkingCalendar): ClockRow {
  const { dueOn, steps } = readClock(clock.startedOn, termOf(clock), suspensions, calendar);
  return { ...clock, suspensions, dueOn, steps };
}

/** Starts, stops, suspends and resumes what the action says, on the day of the action. */
export async function moveClocks(tx: Tx, ctx: Ctx, move: Move): Promise<void> {
  const { action, definition, file } = move;
  const named = [action.starts, action.stops, action.suspends, action.resumes].flatMap((list) => list ?? []);
  if (named.length === 0) return;
  const calendar = await workingCalendarOf(tx, ctx.district);
  const running = (name: string) => move.clocks.findLast((one) => one.clock === name && one.stoppedOn === null);
  const change = async (names: readonly string[] | undefined, next: (clock: ClockRow) => ClockRow) => {
    for (const name of names ?? []) {
      const clock = running(name);
      if (clock !== undefined) await saveClock(tx, ctx.district, file.id, next(clock));
    }
  };
  await change(action.stops, (clock) => ({ ...clock, stoppedOn: ctx.today }));
  await change(action.suspends, (clock) => reread(clock, suspend(clock.suspensions, ctx.today, move.reason), calendar));
  await change(action.resumes, (clock) => reread(clock, resume(clock.suspensions, ctx.today), calendar));
  for (const name of action.starts ?? []) {
    const declared = definition.clocks.find((one) => one.clock === name);
    if (declared === undefined) continue;
    const before = running(name);
    if (before !== undefined) await saveClock(tx, ctx.district, file.id, { ...before, stoppedOn: ctx.today });
    const term = await declared.term({ ...ctx, db: tx }, file, ctx.today);
    const round = move.clocks.filter((one) => one.clock === name).length + 1;
    const { dueOn, steps } = readClock(ctx.today, term, [], calendar);
    await saveClock(tx, ctx.district, file.id, {
      clock: name,
      round,
      startedOn: ctx.today,
      dueOn,
      ...term,
      steps,
      suspensions: [],
      stoppedOn: null,
    });
  }
}
