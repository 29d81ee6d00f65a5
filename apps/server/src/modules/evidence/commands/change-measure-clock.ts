import { type ClockEvent, DeadlineError } from '@jince/calendar';
import type { MeasureView, ParsedInput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { measureDeadline } from '../domain/measure-clock.ts';
import { MEASURE_EXTEND, MEASURE_ORDER } from '../evidence.catalogue.ts';
import { requireMeasure, showMeasure } from '../queries/list-measures.ts';
import { requireFile } from '../queries/require-file.ts';
import { findMeasure, type MeasureRow, saveMeasureClock } from '../repositories/measure-repository.ts';
import { keepMeasureClock } from './keep-measure-clock.ts';

/** The measure locked and as the person saw it. @throws AppError evidence.measure.stale, evidence.measure.ended */
export async function lockMeasure(tx: Tx, ctx: Ctx, id: string, version?: number): Promise<MeasureRow> {
  const row = await findMeasure(tx, ctx.district, id, true);
  if (row === undefined) throw new AppError('platform.not-found');
  if (row.state === 'ended') throw new AppError('evidence.measure.ended', { number: row.number });
  if (version !== undefined && row.version !== version) throw new AppError('evidence.measure.stale');
  return row;
}

interface Change {
  readonly action: string;
  readonly event: ClockEvent;
  readonly by: string;
  readonly reason: string;
  readonly version: number;
}

async function change(ctx: Ctx, fileId: string, id: string, { action, event, by, reason, version }: Change) {
  const file = await requireFile(ctx, fileId, action === MEASURE_EXTEND ? MEASURE_EXTEND : MEASURE_ORDER);
  await inTransaction(ctx, async (tx) => {
    const row = await lockMeasure(tx, ctx, id, version);
    const events = [...row.events, { event, by, reason, at: ctx.now.toISOString() }];
    try {
      const { dueOn } = measureDeadline({ ...row, events }, await workingCalendarOf(tx, ctx.district));
      await saveMeasureClock(tx, ctx.district, id, { events, dueOn });
      await keepMeasureClock(tx, ctx, id);
      await writeAudit(tx, ctx, {
        action,
        subject: { kind: file.procedure, id: file.id, label: file.number },
        details: { measure: row.number, before: row.dueOn, dueOn, by, reason },
      });
    } catch (error) {
      if (error instanceof DeadlineError)
        throw new AppError('evidence.measure.clock', { reason: error.words[ctx.language] });
      throw error;
    }
  });
  return showMeasure(ctx, id);
}

type ExtendInput = ParsedInput<(typeof routes)['extendMeasure']>['body'];

/**
 * Extends a measure by what the law allows, on the day it was approved.
 * @throws AppError evidence.measure.clock with the law's reason: after the last day, once too often, or not at all
 */
export async function extendMeasure(ctx: Ctx, fileId: string, id: string, input: ExtendInput): Promise<MeasureView> {
  const row = await requireMeasure(ctx, fileId, id, MEASURE_EXTEND);
  if (input.on > ctx.today) throw new AppError('evidence.measure.future');
  if (input.on < row.startedOn) throw new AppError('evidence.measure.before-start', { startedOn: row.startedOn });
  const event: ClockEvent = { type: 'extend', on: input.on };
  return change(ctx, fileId, id, { action: MEASURE_EXTEND, event, by: input.approvedBy, ...pick(input) });
}

const pick = ({ reason, version }: { reason: string; version: number }) => ({ reason, version });

type PauseInput = ParsedInput<(typeof routes)['pauseMeasure']>['body'];

/** The events with a standstill that goes on ended on a day, where there is one. */
function closing(row: MeasureRow, input: PauseInput): ClockEvent {
  const open = row.events.findLast(({ event }) => event.type !== 'extend')?.event;
  if (open?.type === 'suspend' && open.on === input.from && input.to !== null) {
    const after = new Date(Date.parse(input.to) + 86_400_000).toISOString().slice(0, 10);
    return { type: 'resume', on: after };
  }
  if (input.to === null) return { type: 'suspend', cause: input.cause, on: input.from };
  return { type: 'exclude', cause: input.cause, from: input.from, to: input.to };
}

/**
 * Leaves out the time of a test: from a day on, or both days known. Given again with the same first day and a last one, a
 * standstill that went on ends.
 * @throws AppError evidence.measure.clock, evidence.measure.before-start
 */
export async function pauseMeasure(ctx: Ctx, fileId: string, id: string, input: PauseInput): Promise<MeasureView> {
  const row = await requireMeasure(ctx, fileId, id, MEASURE_ORDER);
  if (input.from < row.startedOn) throw new AppError('evidence.measure.before-start', { startedOn: row.startedOn });
  if (input.from > ctx.today || (input.to ?? input.from) > ctx.today) throw new AppError('evidence.measure.future');
  const event = closing(row, input);
  return change(ctx, fileId, id, {
    action: 'evidence.measure.pause',
    event,
    by: ctx.actor.displayName,
    ...pick(input),
  });
}
