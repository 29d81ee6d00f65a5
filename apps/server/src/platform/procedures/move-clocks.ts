import type { ClockEvent, WorkingCalendar } from '@jince/calendar';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { AppError } from '../errors/errors.ts';
import type { ClockDefinition, ClockMove, ProcedureAction, ProcedureDefinition, ProcedureFile } from './definition.ts';
import { readLawClock } from './domain/law-clock.ts';
import { readClock, rereadClock, resume, standsStill, suspend } from './domain/run-clock.ts';
import { definitionOf } from './file-standing.ts';
import { type ClockRow, findFile, listClocks, saveClock } from './repositories/file-repository.ts';
import { workingCalendarOf } from './working-days.ts';

interface Move {
  readonly definition: ProcedureDefinition;
  readonly action: ProcedureAction;
  readonly file: ProcedureFile;
  /** The day the action counts on. */
  readonly on: string;
  readonly reason: string;
}

interface Desk {
  readonly tx: Tx;
  readonly ctx: Ctx;
  readonly file: ProcedureFile;
  readonly declared: ClockDefinition;
  readonly calendar: WorkingCalendar;
}

const NO_TERM = { count: 0, unit: 'day', article: null } as const;

async function begin({ tx, ctx, file, declared, calendar }: Desk, on: string, round: number): Promise<ClockRow> {
  const inside = { ...ctx, db: tx };
  const row = { clock: declared.clock, round, startedOn: on, suspensions: [], events: [], stoppedOn: null };
  if (declared.term !== undefined) {
    const term = await declared.term(inside, file, on);
    return { ...row, ...term, rule: null, ...readClock(on, term, [], calendar) };
  }
  const rule = typeof declared.rule === 'string' ? declared.rule : await declared.rule(inside, file);
  return { ...row, ...NO_TERM, rule, ...readLawClock(rule, on, [], calendar) };
}

async function start(desk: Desk, on: string): Promise<void> {
  const { tx, ctx, file, declared } = desk;
  const rounds = (await listClocks(tx, ctx.district, file.id)).filter((one) => one.clock === declared.clock);
  const before = rounds.findLast((one) => one.stoppedOn === null);
  if (before !== undefined) await saveClock(tx, ctx.district, file.id, { ...before, stoppedOn: on });
  await saveClock(tx, ctx.district, file.id, await begin(desk, on, rounds.length + 1));
}

function happened(clock: ClockRow, event: ClockEvent, calendar: WorkingCalendar, reason: string): ClockRow {
  if (clock.rule !== null) {
    // Standing still twice, or going on without having stood still, changes nothing: actions may be taken in any order.
    if (event.type === 'suspend' && standsStill(clock)) return clock;
    if (event.type === 'resume' && !standsStill(clock)) return clock;
    const next = { ...clock, events: [...clock.events, event] };
    return { ...next, ...rereadClock(next, calendar) };
  }
  if (event.type === 'extend' && event.days !== undefined) {
    // Its own term says no limit: whoever extends it has judged that.
    const next = { ...clock, count: clock.count + event.days, events: [...clock.events, event] };
    return { ...next, ...rereadClock(next, calendar) };
  }
  if (event.type !== 'suspend' && event.type !== 'resume')
    throw new AppError('procedures.clock.refused', {
      reason: '按自有期限运行的期限不能扣除期间；延长须写明日数',
    });
  const suspensions =
    event.type === 'suspend' ? suspend(clock.suspensions, event.on, reason) : resume(clock.suspensions, event.on);
  const next = { ...clock, suspensions };
  return { ...next, ...rereadClock(next, calendar) };
}

async function move(desk: Desk, event: ClockMove, reason: string): Promise<void> {
  if (event.type === 'start') return start(desk, event.on);
  const { tx, ctx, file, declared, calendar } = desk;
  const clocks = await listClocks(tx, ctx.district, file.id);
  const running = clocks.findLast((one) => one.clock === declared.clock && one.stoppedOn === null);
  if (running === undefined) return;
  const next = event.type === 'stop' ? { ...running, stoppedOn: event.on } : happened(running, event, calendar, reason);
  await saveClock(tx, ctx.district, file.id, next);
}

function declaredClock(definition: ProcedureDefinition, clock: string): ClockDefinition {
  const declared = definition.clocks.find((one) => one.clock === clock);
  if (declared === undefined) throw new Error(`${definition.procedure} declares no clock ${clock}`);
  return declared;
}

/**
 * Moves one clock of a file in the caller's transaction, outside an action or after it. A clock that does not run is left
 * as it is, except that it can be started; one started again is a new round.
 * @throws AppError procedures.clock.refused for what its rule does not know, with the reason
 */
export async function moveClock(
  tx: Tx,
  ctx: Ctx,
  of: string | ProcedureFile,
  clock: string,
  event: ClockMove,
): Promise<void> {
  const file = typeof of === 'string' ? await findFile(tx, ctx.district, of) : of;
  if (file === undefined) throw new AppError('platform.not-found');
  const definition = definitionOf(ctx, file.procedure);
  const calendar = await workingCalendarOf(tx, ctx.district);
  await move({ tx, ctx, file, declared: declaredClock(definition, clock), calendar }, event, definition.label.zh);
  await definition.settled?.(tx, ctx, file.id);
}

/** A clock by a rule as its keeper has it; several of one name may run side by side, each a round. */
export interface KeptClock {
  readonly clock: string;
  /** Null: one that was not kept here before. */
  readonly round: number | null;
  readonly startedOn: string;
  readonly events: readonly ClockEvent[];
  readonly stoppedOn: string | null;
}

/**
 * Brings a clock of a file in line with the record of the module that keeps it, in the caller's transaction.
 * @returns its round, to be given the next time
 */
export async function keepClock(tx: Tx, ctx: Ctx, fileId: string, kept: KeptClock): Promise<number> {
  const file = await findFile(tx, ctx.district, fileId, true);
  if (file === undefined) throw new AppError('platform.not-found');
  const definition = definitionOf(ctx, file.procedure);
  const { rule } = declaredClock(definition, kept.clock);
  if (typeof rule !== 'string') throw new Error(`${kept.clock} runs by no rule of the law`);
  const rounds = (await listClocks(tx, ctx.district, fileId)).filter((one) => one.clock === kept.clock);
  const round = kept.round ?? rounds.length + 1;
  const calendar = await workingCalendarOf(tx, ctx.district);
  const reading = readLawClock(rule, kept.startedOn, kept.events, calendar);
  await saveClock(tx, ctx.district, fileId, { ...kept, ...NO_TERM, ...reading, round, rule, suspensions: [] });
  await definition.settled?.(tx, ctx, fileId);
  return round;
}

/** Starts, stops, suspends and resumes what the action says, on the day the action counts on. */
export async function moveClocks(tx: Tx, ctx: Ctx, { action, definition, file, on, reason }: Move): Promise<void> {
  const moves: { readonly clock: string; readonly event: ClockMove }[] = [
    ...(action.stops ?? []).map((clock) => ({ clock, event: { type: 'stop', on } as const })),
    ...(action.suspends ?? []).map((one) => {
      const { clock, cause } = typeof one === 'string' ? { clock: one, cause: '' } : one;
      return { clock, event: { type: 'suspend', cause, on } as const };
    }),
    ...(action.resumes ?? []).map((clock) => ({ clock, event: { type: 'resume', on } as const })),
    ...(action.starts ?? []).map((clock) => ({ clock, event: { type: 'start', on } as const })),
  ];
  if (moves.length === 0) return;
  const calendar = await workingCalendarOf(tx, ctx.district);
  for (const { clock, event } of moves)
    await move({ tx, ctx, file, declared: declaredClock(definition, clock), calendar }, event, reason);
}
